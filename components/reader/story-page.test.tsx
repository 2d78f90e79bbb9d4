import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { HtmlValidate } from "html-validate";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { newsArticle } from "#domain/feeds/news-article.ts";
import { rss } from "#domain/feeds/rss.ts";
import { arrangeFront } from "#domain/fronts/arrange.ts";
import { type Edition, NO_IMPRINT, type PublishedStory } from "#domain/publications/reader-records.ts";
import { doc, h, li, p, ul } from "#domain/testing/doc.ts";
import type { Language } from "#domain/vocabulary.ts";
import { FrontPage } from "./front-page.tsx";
import { missingPrint, sheetOf, withdrawnPrint } from "./prints.tsx";
import { StoryPage } from "./story-page.tsx";

const root = join(import.meta.dirname, "../..");
const folder = join(root, ".build/reader");
let css = "";
let preload: string[] = [];
beforeAll(() => {
  execFileSync(process.execPath, ["--no-warnings", join(root, "scripts/build-reader.ts")]);
  const { latin } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  css = readFileSync(join(folder, latin.css), "utf8");
  preload = latin.preload;
});

const edition: Edition = {
  settings: {
    name: { en: "Zagros Post", ckb: "زاگرۆس پۆست" },
    languages: ["en", "ckb"],
    defaultLanguage: "en",
    timeZone: "Asia/Baghdad",
    zoneLabels: { en: "EBL time", ckb: "بە کاتی هەولێر" },
    description: { en: "News from Sulaimani" },
  },
  sections: [{ slug: "world", labels: { en: "World", ckb: "جیهان" } }],
  imprint: NO_IMPRINT,
};
const now = new Date("2026-01-12T19:00:00Z");
const press = { origin: "https://news.example.org", now, dress: () => ({ css, preload }) };
const sheet = (language: Language) => sheetOf(press, edition, language);

function aStory(
  change: Partial<PublishedStory> = {},
  printed: Partial<PublishedStory["printed"]> = {},
): PublishedStory {
  return {
    id: "0199a0b2-0000-7000-8000-000000000001",
    number: 12,
    language: "en",
    section: { slug: "world", labels: { en: "World", ckb: "جیهان" } },
    ...{ card: null, shares: 0 },
    publicationNumber: 2,
    printed: {
      ...{
        kicker: "Diplomacy",
        headline: "Talks end </script><b>in</b> silence",
        standfirst: "Nobody gave way.",
      },
      ...{ dateline: "SULAIMANI", byline: [{ name: "Rawa Aziz", role: "writing" as const }] },
      ...{ section: { slug: "world", label: "World" }, topics: [], signOff: "(Esta Media Network/Reuters)" },
      ...{ slug: "talks-end", marks: [], words: 20, ...printed },
    },
    ...{ bodyHtml: "<p>They met.</p>", document: null, marks: [], siblings: [], previous: null, next: null },
    ...{ picture: null, pictures: [], related: [], words: [], signers: [], ledOn: {} },
    firstPublishedAt: new Date("2026-01-12T09:00:00Z"),
    significantAt: new Date("2026-01-12T18:31:00Z"),
    notices: [{ kind: "update", at: new Date("2026-01-12T18:31:00Z"), note: "" }],
    ...change,
  };
}

const page = (element: ReactElement) => `<!doctype html>${renderToStaticMarkup(element)}`;

describe("a story's page", () => {
  test("every time on it, for readers and for machines, is one of two instants", () => {
    const html = page(<StoryPage sheet={sheet("en")} story={aStory()} />);
    const told = [...html.matchAll(/datetime="([^"]+)"/gi), ...html.matchAll(/_time" content="([^"]+)"/g)];
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "{}");
    const published = "2026-01-12T12:00:00+03:00";
    const modified = "2026-01-12T21:31:00+03:00";
    expect([...new Set(told.map((match) => match[1]))]).toEqual([published, modified]);
    expect([data.datePublished, data.dateModified]).toEqual([published, modified]);
    expect(html).toContain("*This story was updated at 09:31 p.m. EBL time");
    expect(html).toContain('<span class="place">SULAIMANI</span> — They met.');
  });

  test("a headline with markup in it stays a headline, and nothing on the page can run", () => {
    const html = page(<StoryPage sheet={sheet("en")} story={aStory()} />);
    const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts).toEqual(['<script type="application/ld+json">']);
    expect(html).not.toContain("<b>in</b>");
    expect(html).not.toMatch(/ on\w+=| style=/);
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "{}");
    expect(data.headline).toBe("Talks end </script><b>in</b> silence");
  });

  test("a shared link shows its card at the card's own address; without one, no picture", () => {
    const card = { name: "0123456789abcdef0123456789abcdef.jpg", width: 1200, height: 630 };
    const html = page(<StoryPage sheet={sheet("en")} story={aStory({ card })} />);
    expect(html).toContain(`og:image" content="https://news.example.org/media/${card.name}"`);
    expect(html).toContain('og:image:width" content="1200"');
    expect(html).toContain('og:image:height" content="630"');
    expect(html).toContain('og:image:type" content="image/jpeg"');
    expect(html).toContain('twitter:card" content="summary_large_image"');
    const without = page(<StoryPage sheet={sheet("en")} story={aStory()} />);
    expect(without).not.toContain("og:image");
    expect(without).toContain('twitter:card" content="summary"');
  });

  test("versions in other languages are announced, Sorani under both of its names", () => {
    const siblings = [{ language: "ckb" as const, sectionSlug: "world", number: 13, slug: "" }];
    const html = page(<StoryPage sheet={sheet("en")} story={aStory({ siblings })} />);
    const announced = [...html.matchAll(/hreflang="([^"]+)" href="(https:[^"]+)"/gi)].map(
      ([, tag, to]) => `${tag} ${to}`,
    );
    expect(announced).toEqual([
      "en https://news.example.org/en/world/12-talks-end",
      "ckb https://news.example.org/ckb/world/13",
      "ku-IQ https://news.example.org/ckb/world/13",
      "x-default https://news.example.org/en/world/12-talks-end",
    ]);
  });

  test("a notice leads to its paragraph and the paragraph to its notice", () => {
    const notices = [
      {
        kind: "correction" as const,
        at: new Date("2026-01-12T18:31:00Z"),
        note: "x",
        blockId: "block-000002",
      },
      { kind: "update" as const, at: new Date("2026-01-12T18:01:00Z"), note: "", blockId: "block-000009" },
    ];
    const document = doc(p("They met."), p("They spoke."), ul(li(p("A point."))));
    const html = page(<StoryPage sheet={sheet("en")} story={aStory({ document, notices })} />);
    expect(html).toContain('<p id="block-000002">They spoke.<a class="noted" href="#correction-1"');
    expect(html).toContain('<li id="correction-1">');
    expect(html).toContain('<a class="where" href="#block-000002">Paragraph 2</a>');
    expect(html).toContain('<span class="place">SULAIMANI</span> — They met.');
    expect(html).toContain("news.example.org/en/world/12-talks-end#correction-1");
    // The other's paragraph is gone: its notice stands, and leads nowhere.
    expect(html).toContain('<li id="update-1">*This story was updated');
    expect(html).not.toContain("block-000009");
    expect(html).not.toContain("block-000001");
  });

  test("the outlet's own words stand in every print of a notice", () => {
    const noticeWords = {
      en: {
        update: { line: "<Fresh> {when}", mark: "Fresher" },
        correction: { line: "Put right {when}: {note}" },
        withdrawal: { line: "Gone {when}" },
      },
    };
    const own = sheetOf(press, { ...edition, settings: { ...edition.settings, noticeWords } }, "en");
    const told = { at: new Date("2026-01-12T18:31:00Z"), note: "" };
    const updated = aStory();
    const html = page(<StoryPage sheet={own} story={updated} />);
    expect(html).toContain("&lt;Fresh&gt; at 09:31 p.m. EBL time");
    expect(html).toMatch(/Fresher <time/);
    expect(html).not.toContain("This story was updated");
    const corrected = newsArticle(
      aStory({ notices: [{ ...told, kind: "correction", note: "x" }] }),
      own.edition,
      press.origin,
    );
    expect(corrected.correction?.[0]?.text).toBe("Put right at 09:31 p.m. EBL time: x.");
    const front = arrangeFront({ marked: [], newest: [updated] });
    expect(
      page(<FrontPage sheet={own} front={front} section={null} languages={["en"]} months={[]} />),
    ).toContain("Fresher");
    const feed = rss({
      ...{ settings: own.edition.settings, language: "en", origin: press.origin, title: "Zagros Post" },
      ...{ path: "/en", description: "", mediaBase: "/media", stories: [updated] },
    });
    expect(feed).toContain("&lt;Fresh&gt; at 09:31 p.m. EBL time");
    const gone = withdrawnPrint(press, own.edition, { number: 12, language: "en", ...told });
    expect(page(gone.element)).toContain("Gone at 09:31 p.m. EBL time on Jan. 12, 2026");
  });

  test("with all its styles, 700 words weigh at most 9 KB", () => {
    // Words that don't repeat: brotli must not be flattered.
    const word = (n: number) => (Math.imul(n + 1, 2_654_435_761) >>> 0).toString(36).slice(0, 5);
    const paragraph = (n: number) =>
      `<p>${Array.from({ length: 35 }, (_, i) => word(n * 35 + i)).join(" ")}.</p>`;
    const bodyHtml = Array.from({ length: 20 }, (_, n) => paragraph(n)).join("");
    const html = Buffer.from(page(<StoryPage sheet={sheet("en")} story={aStory({ bodyHtml })} />));
    const sent = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    expect(sent.length).toBeLessThan(9 * 1024);
  });
});

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  // React's spelling of a document, not its meaning.
  rules: {
    "void-style": "off",
    "doctype-style": "off",
    "attr-case": "off",
    "attribute-empty-style": "off",
    "no-inline-style": "error",
  },
});

describe("every kind of page is valid HTML", () => {
  const kurdish = () => aStory({ language: "ckb" }, { headline: "ئەنجام 3-2", dateline: "سلێمانی" });
  test.each<[string, () => ReactElement]>([
    ["a story", () => <StoryPage sheet={sheet("en")} story={aStory()} />],
    ["a Kurdish story", () => <StoryPage sheet={sheet("ckb")} story={kurdish()} />],
    [
      "a story with a corrected list and heading",
      () => (
        <StoryPage
          sheet={sheet("en")}
          story={aStory({
            document: doc(h(2, "Points"), ul(li(p("A point.")))),
            notices: [
              { kind: "correction", at: now, note: "x", blockId: "block-000001" },
              { kind: "correction", at: now, note: "y", blockId: "block-000002" },
            ],
          })}
        />
      ),
    ],
    ["a front", () => frontOf([aStory(), aStory({ number: 13, marks: ["top"] }), aStory({ number: 14 })])],
    ["an empty front", () => frontOf([])],
    ["what isn't there", () => missingPrint(press, edition, "ckb").element],
    [
      "what was withdrawn",
      () =>
        withdrawnPrint(press, edition, {
          number: 12,
          language: "en",
          at: now,
          note: "It named the wrong town.",
        }).element,
    ],
  ])("%s", async (_, element) => {
    const report = await validator.validateString(page(element()));
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  });

  function frontOf(stories: PublishedStory[]) {
    const front = arrangeFront({ marked: stories.filter(({ marks }) => marks.length > 0), newest: stories });
    return (
      <FrontPage
        sheet={sheet("en")}
        front={front}
        section={null}
        languages={["en", "ckb"]}
        months={["2026-01"]}
      />
    );
  }
});

test("a page that isn't there waits for what may yet appear, in the language of its address", () => {
  expect(missingPrint(press, edition, "ckb", ["story:99"])).toMatchObject({
    ...{ status: 404, language: "ckb", keys: ["outlet", "story:99"] },
  });
  expect(missingPrint(press, edition, "xx").language).toBe("en");
  expect(
    withdrawnPrint(press, edition, { number: 12, language: "en", at: now, note: "It named the wrong town." }),
  ).toMatchObject({
    ...{ status: 410, keys: ["outlet", "story:12"] },
  });
});
