/** What is dropped and pasted into a body and isn't text: picture files; and text that goes into one line. */
import type { EditorView } from "@tiptap/pm/view";
import type { Language } from "#domain/vocabulary.ts";
import { cleanPastedText } from "./paste.ts";

/**
 * Pictures among what is carried. Word and spreadsheets put a picture of the copied text beside
 * the text itself: where there is text, the text is meant.
 */
export function filesIn(carried: DataTransfer | null): File[] {
  if (!carried || /<(?:p|span|table|li|h\d)[\s>]/i.test(carried.getData("text/html"))) return [];
  return [...carried.files].filter(
    ({ type, name }) => /^image\//.test(type) || /\.(?:heic|heif|avif)$/i.test(name),
  );
}

/** The place in the text under the pointer. */
export function spotUnder(view: EditorView, { clientX, clientY }: MouseEvent): number | null {
  return view.posAtCoords({ left: clientX, top: clientY })?.pos ?? null;
}

/** Into a caption or a pull quote goes one line of plain text, however many paragraphs were copied. */
export function pasteIntoLine(view: EditorView, carried: DataTransfer | null, language: Language): boolean {
  const { $from, $to } = view.state.selection;
  const isLine = $from.sameParent($to) && /^(?:picture|pullQuote)$/.test($from.parent.type.name);
  const text = carried?.getData("text/plain") ?? "";
  if (!isLine || text.trim() === "" || carried?.getData("text/html").includes("data-picture=")) return false;
  const line = cleanPastedText(text, language).trim().replace(/\s+/gu, " ");
  view.dispatch(view.state.tr.insertText(line).scrollIntoView().setMeta("paste", true));
  return true;
}
