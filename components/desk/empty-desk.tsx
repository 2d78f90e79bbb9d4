import type { Language } from "#domain/vocabulary.ts";
import { words } from "../words.tsx";

/** A desk without a story. */
export function EmptyDesk({ language }: { language: Language }) {
  return <p className="py-16 text-center text-ink-soft">{words("desk", language)("emptyDesk")}</p>;
}
