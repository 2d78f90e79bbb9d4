import { notFound } from "next/navigation";
import { Problem } from "#domain/problem.ts";

/** Turns "there is no such …" into the page that says so; every other failure stays a failure. */
export function orNotFound<T>(asked: Promise<T>): Promise<T> {
  return asked.then(undefined, (error: unknown) => {
    if (error instanceof Problem && error.kind === "missing") notFound();
    throw error;
  });
}
