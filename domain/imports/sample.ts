/** A few stories before and after, for whoever looks at a rehearsal: the same ones in every run of one archive. */
import { createHash } from "node:crypto";
import type { NodeJson } from "#db/shapes.ts";
import { renderHtml } from "../document/render-html.ts";
import type { Language } from "../vocabulary.ts";
import type { ArchiveStory } from "./archive.ts";
import { lineOf } from "./body/standing.ts";
import type { SampleStory } from "./report.ts";

const MOST = 20;
const LONGEST = 6_000;

/** Keeps those twenty whose names come first when they are shuffled by their hash: spread over the whole. */
export class Sample {
  readonly #kept: { rank: string; story: SampleStory }[] = [];

  get stories(): SampleStory[] {
    return this.#kept.map(({ story }) => story);
  }

  offer(externalId: string, make: () => SampleStory): void {
    const rank = createHash("sha256").update(externalId).digest("hex");
    const last = this.#kept.at(-1);
    if (this.#kept.length === MOST && last !== undefined && rank > last.rank) return;
    this.#kept.push({ rank, story: make() });
    this.#kept.sort((a, b) => a.rank.localeCompare(b.rank));
    this.#kept.splice(MOST);
  }
}

export function sampleOf(story: ArchiveStory, language: Language, after: string): SampleStory {
  const becomes = story.standing;
  const before = story.markup.slice(0, LONGEST);
  return {
    title: story.title,
    path: story.paths[0] ?? "",
    state: story.state,
    becomes,
    language,
    before,
    after,
  };
}

/** A body as readers would get it, with a line where each picture will stand. */
export function previewHtml(blocks: readonly NodeJson[], language: Language): string {
  const content = blocks.map(withNamedPictures);
  return renderHtml({ schemaVersion: 1, doc: { type: "doc", content } }, { language }).slice(0, LONGEST * 2);
}

function withNamedPictures(block: NodeJson): NodeJson {
  if (block.type === "gallery") {
    return { type: "blockquote", content: (block.content ?? []).map(withNamedPictures) };
  }
  if (block.type !== "picture") {
    return block.content ? { ...block, content: block.content.map(withNamedPictures) } : block;
  }
  const { address, attachmentId, alt } = block.attrs ?? {};
  const file =
    typeof address === "string" ? address.split(/[?#]/)[0]?.split("/").at(-1) : `№ ${attachmentId}`;
  const name = lineOf(`▣ ${file ?? ""}${typeof alt === "string" ? ` (${alt})` : ""}`, 200);
  const caption = block.content ? [{ type: "hardBreak" }, ...block.content] : [];
  return {
    type: "paragraph",
    content: [{ type: "text", text: name, marks: [{ type: "bold" }] }, ...caption],
  };
}
