/**
 * What an archive holds and a story can't. Nothing is lost silently: whatever is left out,
 * flattened or kept as plain text is noted here, and the report names it.
 */
export const LOSS_KINDS = [
  "shortcode",
  "block",
  "iframe",
  "markup",
  "script",
  "table",
  "formatting",
  "picture-missing",
  "picture-elsewhere",
  "picture-refused",
  "field-cut",
  "headline-made",
  "no-headline",
  "no-section",
  "author-missing",
  "address-taken",
  "page-address",
  "translation-taken",
  "date-missing",
  "date-ahead",
  "too-large",
  "comments",
  "custom-field",
  "kind-left-out",
  "left-out",
  "archive",
] as const;
export type LossKind = (typeof LOSS_KINDS)[number];
export type Loss = { kind: LossKind; name: string };

export class Losses {
  readonly list: Loss[] = [];

  note(kind: LossKind, name: string): void {
    this.list.push({ kind, name: name.slice(0, 200).toWellFormed() });
  }
}
