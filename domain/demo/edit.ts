import type { NodeJson, StoredDocument, StoryFields } from "#db/shapes.ts";
import { withBlockIds } from "../document/block-ids.ts";
import { bodyFrom } from "./body.ts";
import type { DemoEdit } from "./story.ts";

export type DemoText = { fields: StoryFields; document: StoredDocument };

/**
 * The text after an editor's hand went over it. Blocks keep their names, as they do in the
 * editor. An edit that finds nothing to replace is a mistake in the demo's own text: Error.
 */
export function edited({ fields, document }: DemoText, { headline, replace, append }: DemoEdit): DemoText {
  const body = replace ? replaced(document.doc, replace) : document.doc;
  const added = append ? (bodyFrom(append).doc.content ?? []) : [];
  const doc = withBlockIds({ ...body, content: [...(body.content ?? []), ...added] });
  return {
    fields: { ...fields, headline: headline ?? fields.headline },
    document: { ...document, doc },
  };
}

function replaced(doc: NodeJson, [was, is]: [string, string]): NodeJson {
  let count = 0;
  const walk = (node: NodeJson): NodeJson => {
    if (node.text?.includes(was)) {
      count += 1;
      return { ...node, text: node.text.replace(was, is) };
    }
    return node.content ? { ...node, content: node.content.map(walk) } : node;
  };
  const result = walk(doc);
  if (count !== 1) throw new Error(`“${was}” stands in ${count} places of the demo story`);
  return result;
}
