/**
 * Headings, lists and quotations over a selection in which pictures or boxes stand ("select all",
 * then "List"). Those can't be in a list or a quotation, so each stretch of text between them is
 * made one of its own, in one step that is undone in one.
 */
import type { ChainedCommands, Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { AllSelection, TextSelection } from "@tiptap/pm/state";

type Stretch = { from: number; to: number; blocks: Node[] };
type Shape = { name: "heading" | "bulletList" | "orderedList" | "blockquote"; level?: number };

/** Gives the selected text this shape, or takes it away where all of it has it. */
export function toggleShape(
  editor: Editor,
  shape: Shape,
  toggle: (chain: ChainedCommands) => ChainedCommands,
): void {
  const stretches = textBetweenPictures(editor);
  if (stretches === null) return void toggle(editor.chain().focus()).run();
  const hasIt = ({ blocks }: Stretch) => blocks.every((block) => isOf(block, shape));
  const takesAway = stretches.every(hasIt);
  const { selection } = editor.state;
  let chain = editor.chain().focus();
  // From the end: what changes behind a stretch doesn't move it.
  for (const stretch of stretches.toReversed()) {
    if (!takesAway && hasIt(stretch)) continue;
    chain = toggle(chain.command(({ tr }) => Boolean(tr.setSelection(within(tr.doc, stretch)))));
  }
  chain
    .command(({ tr }) => {
      if (selection instanceof AllSelection) tr.setSelection(new AllSelection(tr.doc));
      else {
        const [from, to] = [tr.mapping.map(selection.from), tr.mapping.map(selection.to)];
        tr.setSelection(within(tr.doc, { from, to }));
      }
      return true;
    })
    .run();
}

/** Null: nothing stands in the way, or nothing else is selected. */
function textBetweenPictures({ state: { doc, selection } }: Editor): Stretch[] | null {
  const stretches: Stretch[] = [];
  let open: Stretch | null = null;
  let hasStanding = false;
  doc.forEach((block, from) => {
    const to = from + block.nodeSize;
    if (to <= selection.from || from >= selection.to) return;
    if (isApart(block)) {
      hasStanding = true;
      open = null;
    } else if (open === null) {
      open = { from, to, blocks: [block] };
      stretches.push(open);
    } else {
      open.to = to;
      open.blocks.push(block);
    }
  });
  return hasStanding && stretches.length > 0 ? stretches : null;
}

/** A picture, a box or a divider: never inside a list. */
function isApart({ type }: Node): boolean {
  return type.spec.group === "standing" || type.name === "horizontalRule";
}

function isOf(block: Node, { name, level }: Shape): boolean {
  return block.type.name === name && (level === undefined || block.attrs.level === level);
}

function within(doc: Node, { from, to }: Pick<Stretch, "from" | "to">): TextSelection {
  return TextSelection.between(doc.resolve(from), doc.resolve(to)) as TextSelection;
}
