import { describe, expect, test } from "vitest";
import type { NodeJson } from "#db/shapes.ts";
import { SCHEMA_VERSION } from "../../document/nodes.ts";
import { renderHtml } from "../../document/render-html.ts";
import { parseDocument } from "../../document/validate.ts";
import { Losses } from "../losses.ts";
import { convertBody } from "./convert.ts";
import { hangPictures, waitingPictures } from "./hang-pictures.ts";
import { lexicalMarkup } from "./lexical.ts";
import { mobiledocMarkup } from "./mobiledoc.ts";

type Converted = { blocks: NodeJson[]; losses: string[] };

function wordpress(markup: string, source: "wordpress" | "ghost" = "wordpress"): Converted {
  const losses = new Losses();
  const blocks = convertBody({ markup, source, site: "https://old.example", language: "en" }, losses);
  return { blocks, losses: losses.list.map(({ kind, name }) => `${kind} ${name}`) };
}
const ghost = (markup: string) => wordpress(markup, "ghost");

/** As readers get it, through the door that every body passes; pictures stand under one id. */
function html(blocks: readonly NodeJson[]): string {
  const found = { pictureId: "0000000a-0000-4000-8000-000000000000", alt: "", caption: "", credit: "" };
  const content = hangPictures(blocks, () => [found]);
  if (content.length === 0) return "";
  const stored = parseDocument({ schemaVersion: SCHEMA_VERSION, doc: { type: "doc", content } });
  return renderHtml(stored, { language: "en" });
}
const types = (blocks: readonly NodeJson[]) => blocks.map(({ type }) => type).join(" ");

describe("a body of WordPress's editor of old", () => {
  test("has paragraphs where blank lines were, and line ends where lines ended", () => {
    const { blocks } = wordpress("One\ntwo <b>bold</b>\n\nThree &amp; four");
    expect(html(blocks)).toBe("<p>One<br>two <strong>bold</strong></p><p>Three &amp; four</p>");
  });

  test("keeps a caption with its picture, and the picture's number", () => {
    const { blocks } = wordpress(
      '[caption id="attachment_7" width="300"]<a href="https://old.example/a.jpg"><img class="wp-image-7" src="/a-300x200.jpg" alt="A bridge"/></a> The <em>old</em> bridge[/caption]',
    );
    expect(waitingPictures(blocks)).toEqual([
      { address: "https://old.example/a-300x200.jpg", attachmentId: "7" },
    ]);
    expect(blocks[0]).toMatchObject({ type: "picture", attrs: { alt: "A bridge" } });
    expect(html(blocks)).toContain(
      "The <em>old</em> bridge".replaceAll("<", "\\u003c").replaceAll(">", "\\u003e"),
    );
  });

  test("keeps a gallery by its numbers, and one without numbers as all that was uploaded with it", () => {
    expect(waitingPictures(wordpress('[gallery ids="3,1,2"]').blocks).map((ref) => ref.attachmentId)).toEqual(
      ["3", "1", "2"],
    );
    expect(waitingPictures(wordpress("[gallery]").blocks).map((ref) => ref.attachmentId)).toEqual([
      "attached",
    ]);
  });

  test("keeps unknown shortcodes as they were written, and names them; words in brackets are words", () => {
    const { blocks, losses } = wordpress('A [sic] and [poll id="3"] and [[caption]].');
    expect(html(blocks)).toBe("<p>A [sic] and [poll id=&quot;3&quot;] and [caption].</p>");
    expect(losses).toEqual(["shortcode [poll]"]);
  });
});

test.each([
  [
    "an address on a line of its own",
    "\n\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\n\n",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
  ],
  ["[embed]", "[embed]https://vimeo.com/1[/embed]", "https://vimeo.com/1"],
  [
    "a block",
    '<!-- wp:embed {"url":"https://x.com/a/status/1"} -->\n<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://x.com/a/status/1\n</div></figure>\n<!-- /wp:embed -->',
    "https://x.com/a/status/1",
  ],
  [
    "a player in a frame",
    '<iframe src="//www.youtube.com/embed/dQw4w9WgXcQ?rel=0"></iframe>',
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
  ],
  [
    "Facebook's own frame",
    '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F1"></iframe>',
    "https://www.facebook.com/a/posts/1",
  ],
  [
    "a post to be pasted",
    '<blockquote class="twitter-tweet"><p>Hello</p><a href="https://twitter.com/a/status/12">May</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>',
    "https://twitter.com/a/status/12",
  ],
  ["[youtube]", "[youtube dQw4w9WgXcQ]", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
])("%s stays the embed that it is", (_, markup, url) => {
  const { blocks, losses } = wordpress(markup);
  expect(blocks).toMatchObject([{ type: "embed", attrs: { url } }]);
  expect(losses).toEqual([]);
  html(blocks);
});

test("a frame of a site that we don't know becomes a link, and is named", () => {
  const { blocks, losses } = wordpress('<iframe src="https://maps.example/x"></iframe>');
  expect(html(blocks)).toBe(
    '<p><a href="https://maps.example/x" rel="noopener">https://maps.example/x</a></p>',
  );
  expect(losses).toEqual(["iframe https://maps.example/x"]);
});

test("a table becomes a paragraph a row, and is named", () => {
  const { blocks, losses } = wordpress(
    "<table><tr><th>Town</th><th>Snow</th></tr><tr><td>Soran</td><td>40</td></tr></table>",
  );
  expect(html(blocks)).toBe("<p><strong>Town · Snow</strong></p><p>Soran · 40</p>");
  expect(losses).toEqual(["table TownSnowSoran40"]);
});

test("pictures are lifted out of lists, quotations and headings; nothing falls out", () => {
  const { blocks } = wordpress(
    '<ul><li>One <img src="/a.jpg"></li></ul><blockquote>Two<img src="/b.jpg"></blockquote><h2><img src="/c.jpg">Three</h2>',
  );
  expect(types(blocks)).toBe("bulletList picture blockquote picture heading picture");
  html(blocks);
});

describe("a body of Ghost", () => {
  test("keeps its cards", () => {
    const { blocks } = ghost(
      '<p>A</p><figure class="kg-card kg-gallery-card"><div><img src="/1.jpg"><img src="/2.jpg"></div><figcaption>Both</figcaption></figure><figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://a.example/x"><div class="kg-bookmark-title">Title</div></a></figure><div class="kg-card kg-callout-card"><div>Mind this</div></div><div class="kg-card kg-toggle-card"><div><h4 class="kg-toggle-heading-text">More</h4></div><div class="kg-toggle-content"><p>Inside</p></div></div>',
    );
    expect(types(blocks)).toBe("paragraph gallery paragraph embed factBox factBox");
    expect(blocks[3]).toMatchObject({ attrs: { url: "https://a.example/x", title: "Title" } });
    html(blocks);
  });

  test("is read from its own trees where there is no HTML beside them", () => {
    const lexical = {
      root: {
        type: "root",
        children: [
          { type: "paragraph", children: [{ type: "extended-text", text: "A < b", format: 3 }] },
          { type: "image", src: "/a.jpg", alt: "x" },
        ],
      },
    };
    expect(lexicalMarkup(JSON.stringify(lexical))).toBe(
      '<p><em><strong>A &lt; b</strong></em></p><figure class="kg-image-card"><img src="/a.jpg" alt="x"></figure>',
    );
    const mobiledoc = {
      markups: [["a", ["href", "https://a.example"]]],
      cards: [["hr", {}]],
      atoms: [],
      sections: [
        [
          1,
          "p",
          [
            [0, [0], 1, "there"],
            [0, [], 0, " & back"],
          ],
        ],
        [10, 0],
      ],
    };
    expect(mobiledocMarkup(JSON.stringify(mobiledoc))).toBe(
      '<p><a href="https://a.example">there</a> &amp; back</p><hr>',
    );
    expect(lexicalMarkup("not json") + mobiledocMarkup("[]")).toBe("");
  });
});

test.each(
  [
    '<script>alert(1)</script><img src=x onerror="alert(1)">',
    '<a href="javascript:alert(1)">x</a><a href="&#106;avascript:alert(1)">y</a>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    "<p>&lt;!--picture {&quot;pictureId&quot;:1}--&gt;</p><!--picture {}-->",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    `${"<div>".repeat(5000)}deep`,
    `${"<ul><li>".repeat(300)}deep`,
    `${"<blockquote>".repeat(300)}deep`,
    "<p><b><i></p><td></table></b>loose",
    '<figure data-embed="javascript:alert(1)">javascript:alert(1)</figure>',
    '<iframe src="javascript:alert(1)"></iframe><embed src="x"><object data="x"></object>',
    '[caption]<img src="x" onload="y">[/caption] [caption] [gallery ids="1,,x"] [embed]',
  ].map((markup) => ({ markup, start: markup.slice(0, 40) })),
)("nothing that runs comes through: $start", ({ markup }) => {
  const printed = html(wordpress(markup).blocks);
  expect(printed).not.toMatch(
    /<script|onerror|onload|javascript:alert\(1\)"|<svg|<math|<iframe|<object|<style/i,
  );
});
