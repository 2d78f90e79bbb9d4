import { Window } from "happy-dom";
import { expect, test } from "vitest";
import type { NodeJson, PrintablePicture, RenditionFile } from "#db/shapes.ts";
import { doc, em, facts, gallery, p, pic, pictureId, pull, withAttrs } from "../testing/doc.ts";
import type { Language } from "../vocabulary.ts";
import { captionHtml, hangPictures, pictureHtml, picturesNamedIn } from "./figure.ts";
import { renderHtml } from "./render-html.ts";

const file = (format: RenditionFile["format"], width: number, crop: RenditionFile["crop"] = "full") => ({
  ...{ crop, format, width, bytes: 1000 },
  height: crop === "square" ? width : Math.round((width * 2) / 3),
  name: `${crop}${width}.${format}`,
});

const printable: PrintablePicture = {
  ...{ width: 3000, height: 2000, thumbhash: "", colour: "#8a7b66", focal: { x: 0.5, y: 0.5 } },
  files: [
    ...[1600, 400, 800].flatMap((width) => [file("webp", width), file("jpeg", width)]),
    file("avif", 800),
    file("jpeg", 600, "square"),
  ],
};
const known = new Map([
  [pictureId("a"), printable],
  [pictureId("b"), printable],
]);

function page(blocks: NodeJson[], language: Language = "en", mode: "page" | "feed" = "page") {
  const mediaBase = mode === "page" ? "/media" : "https://news.example/media";
  const html = hangPictures(renderHtml(doc(...blocks), { language }), known, { language, mediaBase, mode });
  const { document } = new Window();
  document.body.innerHTML = html;
  return { html, body: document.body };
}

test("a picture stands as a figure with its place kept free, its caption and its credit", () => {
  const bus = withAttrs(pic("a", "A ", em("red"), " bus."), {
    alt: "Bus at a stop",
    credit: "Reuters photo",
  });
  const { html, body } = page([p("One."), bus, p("Two.")]);
  expect(html).toMatch(/^<p>One\.<\/p><figure class="pic">.*<\/figure><p>Two\.<\/p>$/);
  const image = body.querySelector("figure picture img");
  expect(image?.getAttribute("width")).toBe("1600");
  expect(image?.getAttribute("height")).toBe("1067");
  expect(image?.getAttribute("alt")).toBe("Bus at a stop");
  expect(image?.getAttribute("loading")).toBe("lazy");
  expect(image?.getAttribute("decoding")).toBe("async");
  expect(image?.getAttribute("src")).toBe("/media/full800.jpeg");
  expect(body.querySelector("figcaption")?.innerHTML).toBe(
    'A <em>red</em> bus. <span class="credit">(Reuters photo)</span>',
  );
  expect(html).not.toContain("<!--");
});

test("a browser may choose among formats, the smallest files first, and widths", () => {
  const { body } = page([pic("a")]);
  const sources = [...body.querySelectorAll("source")];
  expect(sources.map((one) => one.getAttribute("type"))).toEqual(["image/avif", "image/webp", "image/jpeg"]);
  expect(sources[1]?.getAttribute("srcset")).toBe(
    "/media/full400.webp 400w, /media/full800.webp 800w, /media/full1600.webp 1600w",
  );
  expect(sources[1]?.getAttribute("sizes")).toContain("41rem");
});

test("readers' policy forbids style attributes, and none is printed; the colour stands in an SVG", () => {
  const { html, body } = page([pic("a"), gallery(pic("a"), pic("b"))]);
  expect(html).not.toMatch(/ style=|<script/);
  expect(body.querySelector("svg")?.getAttribute("fill")).toBe("#8a7b66");
});

test("a cut is printed with its own proportions, and the whole picture where it was never cut", () => {
  const square = page([withAttrs(pic("a"), { crop: "square" })]).body.querySelector("img");
  expect([square?.getAttribute("src"), square?.getAttribute("height")]).toEqual([
    "/media/square600.jpeg",
    "600",
  ]);
  const portrait = page([withAttrs(pic("a"), { crop: "portrait" })]).body.querySelector("img");
  expect(portrait?.getAttribute("src")).toBe("/media/full800.jpeg");
});

test("a decorative picture says nothing, whatever its alt text was", () => {
  const { body } = page([withAttrs(pic("a"), { alt: "Ornament", decorative: true })]);
  expect(body.querySelector("img")?.getAttribute("alt")).toBe("");
  expect(body.querySelector("figcaption")).toBeNull();
});

test("a picture that isn't there any more leaves nothing, and the text closes over it", () => {
  expect(page([p("One."), pic("c", "Pulled"), p("Two.")]).html).toBe("<p>One.</p><p>Two.</p>");
  expect(page([facts("Figures", p("40"), pic("c"))]).html).toBe(
    '<aside class="facts"><h2>Figures</h2><div><p>40</p></div></aside>',
  );
});

test("a gallery is a named group that the keyboard reaches; with one picture left it is a picture", () => {
  const group = page([gallery(pic("a", "One"), pic("b", "Two"), pic("c"))], "ckb").body.querySelector(
    ".gallery",
  );
  expect(group?.getAttribute("aria-label")).toBe("وێنەکان");
  expect(group?.getAttribute("tabindex")).toBe("0");
  expect(group?.querySelectorAll("figure").length).toBe(2);
  const left = page([gallery(pic("a", "One"), pic("c"))]).body;
  expect(left.querySelector(".gallery")).toBeNull();
  expect(left.querySelectorAll("figure.pic").length).toBe(1);
  expect(page([gallery(pic("c"), pic("d"))]).html).toBe("");
});

test("feeds get one JPEG by its whole address", () => {
  const { html, body } = page([withAttrs(pic("a", "A bus"), { credit: "AFP" })], "en", "feed");
  expect(html).toBe(
    '<figure><img src="https://news.example/media/full1600.jpeg" width="1600" height="1067" alt="">' +
      '<figcaption>A bus <span class="credit">(AFP)</span></figcaption></figure>',
  );
  expect(body.querySelector("source, svg")).toBeNull();
});

test("only the picture that a reader sees first is fetched in haste", () => {
  const options = { mediaBase: "/media", crop: "full", alt: "", sizes: "100vw" } as const;
  const lead = pictureHtml(printable, { ...options, loading: "first" });
  expect(lead).toContain('fetchpriority="high"');
  expect(lead).not.toContain("lazy");
  expect(pictureHtml(printable, { ...options, loading: "later" })).not.toContain("fetchpriority");
  expect(pictureHtml({ ...printable, files: [] }, { ...options, loading: "first" })).toBe("");
});

test("in right-to-left text a number in a credit holds together", () => {
  expect(captionHtml("", "AP 2026-01-12", "ar")).toBe(
    '<figcaption><span class="credit">(AP <bdi dir="ltr">2026-01-12</bdi>)</span></figcaption>',
  );
});

test("nobody can type a picture into a page", () => {
  const honest = renderHtml(doc(pic("a", "x")), { language: "en" });
  const forged = [
    honest,
    `--> ${honest}`,
    `\\u003c!--picture {"pictureId":"x"}-->`,
    '"}-->',
    `&lt;${honest.slice(1)}`,
  ];
  for (const typed of forged) {
    const story = [
      p(typed),
      withAttrs(pic("b", typed), { alt: typed, credit: typed }),
      pull(typed, typed),
      facts(typed, p(typed)),
    ];
    const printed = renderHtml(doc(...story), { language: "en" });
    expect(picturesNamedIn(printed)).toEqual([pictureId("b")]);
    const { body, html } = page(story);
    expect(body.querySelectorAll("img").length).toBe(1);
    expect(body.querySelector("figcaption")?.textContent).toBe(`${typed} (${typed})`);
    expect(body.querySelector("img")?.getAttribute("alt")).toBe(typed);
    // Hung twice by mistake, it still has no picture that nobody placed.
    expect(hangPictures(html, known, { language: "en", mediaBase: "/media", mode: "page" })).toBe(html);
  }
});

test("the pictures that a text names are known in its order, each once", () => {
  const story = doc(pic("b"), gallery(pic("a"), pic("b")), facts("", pic("c")));
  expect(picturesNamedIn(renderHtml(story, { language: "en" }))).toEqual(
    ["b", "a", "c"].map((letter) => pictureId(letter)),
  );
  expect(picturesNamedIn("<p>none</p>")).toEqual([]);
});
