import { z } from "zod";
import type { Ctx } from "#domain/context.ts";
import { runFirst } from "#domain/outlet/first-run.ts";
import { firstRunInput } from "#domain/outlet/input.ts";
import { signInWithPassword } from "./auth.ts";
import { settings } from "./env.ts";

export const openNewsroomInput = firstRunInput.extend({ demo: z.boolean() });

/**
 * The first run from the browser: sets the newsroom up and signs its first admin in. The demo's
 * people get DEMO_PASSWORD, or the password that the admin has just chosen.
 */
export async function openNewsroomHere(ctx: Ctx, { demo, ...input }: z.output<typeof openNewsroomInput>) {
  const { email, password } = input.admin;
  const demoPassword = demo ? (settings().demoPassword ?? password) : undefined;
  const { changeSeq } = await runFirst(ctx, input, demoPassword);
  await signInWithPassword({ email, password });
  return { next: "/desk", changeSeq };
}
