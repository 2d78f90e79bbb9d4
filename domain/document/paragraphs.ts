/** The paragraphs of a body, in the numbers that a reader would call them by. */
import type { NodeJson, StoredDocument } from "#db/shapes.ts";
import { migrateDocument } from "./migrate.ts";
import { isRunningText, textOf } from "./to-text.ts";

export type NumberedParagraph = { id: string; number: number; text: string };

export function blockIdOf(block: NodeJson): string {
  return typeof block.attrs?.id === "string" ? block.attrs.id : "";
}

/** "Paragraph 3" is the third from the top; what stands beside the text, as pictures do, doesn't count, nor do dividers and blanks. */
export function numberedParagraphs(stored: StoredDocument): NumberedParagraph[] {
  return (migrateDocument(stored).doc.content ?? [])
    .filter((block) => isRunningText(block) && textOf(block).trim() !== "")
    .map((block, place) => ({
      id: blockIdOf(block),
      number: place + 1,
      text: textOf(block).replace(/\s+/gu, " ").trim(),
    }));
}
