import { HtmlValidate } from "html-validate";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { PrintablePicture } from "#db/shapes.ts";
import type { ListName } from "#domain/lists/named-list.ts";
import { type Edition, NO_IMPRINT, type PublishedStory } from "#domain/publications/reader-records.ts";
import { LANGUAGE_CODES, type Language } from "#domain/vocabulary.ts";
import { ArchivePage, DayPage } from "./archive-page.tsx";
import { LatestPage } from "./latest-page.tsx";
import { ListPage } from "./list-page.tsx";
import { MonthPage } from "./month-page.tsx";
import { sheetOf } from "./prints.tsx";
import { StoryPage } from "./story-page.tsx";

const edition: Edition = {
  settings: {
    name: { en: "Zagros Post", ar: "زاغروس", ckb: "زاگرۆس پۆست" },
    languages: ["en", "ar", "ckb"],
    defaultLanguage: "en",
    timeZone: "Asia/Baghdad",
    zoneLabels: { en: "EBL time", ar: "بتوقيت أربيل", ckb: "بە کاتی هەولێر" },
    description: { en: "News from Sulaimani" },
  },
  sections: [{ slug: "world", labels: { en: "World", ckb: "جیهان" } }],
  imprint: NO_IMPRINT,
};
const now = new Date("2026-01-12T19:00:00Z");
const press = { origin: "https://news.example.org", now, dress: () => ({ css: "", preload: [] }) };
const sheet = (language: Language) => sheetOf(press, edition, language);

const file = (crop: "wide" | "full" | "square", format: "jpeg" | "webp", width: number) => ({
  ...{ crop, format, width, height: Math.round(width / 1.78), bytes: 4_000 },
  name: `${crop}${width}.${format === "jpeg" ? "jpg" : format}`,
});
const printable: PrintablePicture = {
  ...{ width: 3000, height: 1688, thumbhash: "", colour: "#8a7a66", focal: { x: 0.5, y: 0.5 } },
  files: [
    ...[file("wide", "jpeg", 640), file("wide", "webp", 640), file("wide", "jpeg", 1280)],
    ...[file("full", "jpeg", 1280), file("square", "jpeg", 640)],
  ],
};
const picture = {
  id: "0199a0b2-0000-7000-8000-00000000000a",
  printable,
  credit: "Aram Karim",
  isReplaced: false,
};
const lead = {
  ...{ pictureId: picture.id, caption: "Fog <over> Azmar", credit: "", alt: "Mountains & fog" },
  ...{ decorative: false, crop: "wide" as const },
};

function aStory(language: Language, change: Partial<PublishedStory> = {}): PublishedStory {
  return {
    ...{ id: "0199a0b2-0000-7000-8000-000000000001", number: 12, language, publicationNumber: 1 },
    section: { slug: "world", labels: { en: "World", ckb: "جیهان" } },
    printed: {
      ...{ kicker: "", headline: "Talks <end> 3-2", standfirst: "Nobody gave way.", dateline: "DUKAN" },
      byline: [
        { name: "Rawa Aziz", role: "writing", slug: "rawa-aziz" },
        { name: "Nobody", role: "translation" },
      ],
      ...{ section: { slug: "world", label: "World" }, topics: [], signOff: "", slug: "talks", marks: [] },
      ...{ words: 20, lead, sources: ["", "Reuters"], translatedFrom: "ar" as const },
      machineHelp: { answer: "yes", note: "a draft" },
    },
    ...{ bodyHtml: "<p>They met.</p>", document: null, marks: [], siblings: [], previous: null, next: null },
    firstPublishedAt: new Date("2026-01-12T09:00:00Z"),
    significantAt: new Date("2026-01-12T09:00:00Z"),
    ...{
      notices: [],
      picture,
      pictures: [picture],
      related: [],
      card: null,
      shares: 0,
      signers: [],
      ledOn: {},
    },
    words: [
      { kind: "byline", slug: "rawa-aziz", labels: { en: "Rawa Aziz" } },
      { kind: "topic", slug: "water", labels: { en: "Water & dams" } },
    ],
    ...change,
  };
}

const name: ListName = {
  ...{ slug: "water", labels: { en: "Water & dams" }, portrait: picture },
  about: { en: "What there is.\nWho gets it.", ckb: "ئاو" },
};
const page = (element: ReactElement) => `<!doctype html>${renderToStaticMarkup(element)}`;
const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "void-style": "off",
    "doctype-style": "off",
    "attr-case": "off",
    "attribute-empty-style": "off",
    "no-inline-style": "error",
  },
});

function pagesIn(language: Language): Record<string, ReactElement> {
  const stories = [aStory(language), aStory(language, { number: 13, picture: null })];
  const months = ["2026-01", "2025-12"];
  const languages = [...LANGUAGE_CODES];
  const days = [{ day: "2026-01-12", stories: 2 }];
  const paper = sheet(language);
  const which = { month: "2026-01", pageNumber: 2 };
  const related = [aStory(language, { number: 14 }), aStory(language, { number: 15, picture: null })];
  return {
    story: <StoryPage sheet={paper} story={aStory(language, { related })} />,
    topic: (
      <ListPage
        sheet={paper}
        list={{ kind: "topic", slug: "water" }}
        name={name}
        answer={{ stories, months, languages }}
      />
    ),
    byline: (
      <ListPage
        sheet={paper}
        list={{ kind: "byline", slug: "x" }}
        name={name}
        answer={{ stories: [], months: [], languages: [] }}
      />
    ),
    month: (
      <MonthPage
        sheet={paper}
        list={{ kind: "topic", slug: "water" }}
        {...{ name, which }}
        answer={{ stories, months, pages: 3 }}
      />
    ),
    latest: <LatestPage sheet={paper} answer={{ stories, months, languages }} />,
    archive: <ArchivePage sheet={paper} month="2026-01" at="home" answer={{ days, months, languages }} />,
    "archive of a month": (
      <ArchivePage sheet={paper} month="2026-01" at="month" answer={{ days, months, languages }} />
    ),
    day: (
      <DayPage
        sheet={paper}
        day="2026-01-12"
        answer={{ stories, previous: "2026-01-11", next: null, languages }}
      />
    ),
  };
}

describe.each(LANGUAGE_CODES)("pages in %s", (language) => {
  test.each(Object.entries(pagesIn(language)))("%s is valid HTML", async (_, element) => {
    const report = await validator.validateString(page(element));
    const told = report.results.flatMap(({ messages }) => messages);
    expect(told.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`)).toEqual(
      [],
    );
  });
});

describe("a story with a picture", () => {
  const html = page(
    <StoryPage sheet={sheet("en")} story={aStory("en", { related: [aStory("en", { number: 14 })] })} />,
  );

  test("only its lead picture is in a hurry, and every picture keeps its place", () => {
    const images = [...html.matchAll(/<img [^>]*>/g)].map(([tag]) => tag);
    expect(images.map((tag) => tag.includes('fetchpriority="high"'))).toEqual([true, false]);
    expect(images.map((tag) => tag.includes('loading="lazy"'))).toEqual([false, true]);
    for (const tag of images) expect(tag).toMatch(/ width="\d+" height="\d+"/);
    expect(html).toContain("Fog &lt;over&gt; Azmar");
    expect(html).toContain("Aram Karim");
  });

  test("its lead picture is asked for before the typefaces, as the page itself would choose it", () => {
    const typefaces = { css: "", preload: ["/fonts/serif.woff2"] };
    const dressed = sheetOf({ ...press, dress: () => typefaces }, edition, "en");
    const withTypefaces = page(<StoryPage sheet={dressed} story={aStory("en")} />);
    const [picture = "", typeface = ""] = [...withTypefaces.matchAll(/<link rel="preload"[^>]*>/g)].map(
      ([tag]) => tag,
    );
    expect(typeface).toContain("/fonts/serif.woff2");
    const offered = / srcset="([^"]*)" sizes="([^"]*)"/.exec(withTypefaces);
    expect(picture.toLowerCase()).toContain(`imagesrcset="${offered?.[1]}" imagesizes="${offered?.[2]}"`);
    expect(page(<StoryPage sheet={dressed} story={{ ...aStory("en"), picture: null }} />)).not.toContain(
      'as="image"',
    );
  });

  test("machines are told of it, with whose it is", () => {
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "{}");
    expect(data.image[0]).toMatchObject({
      ...{ "@type": "ImageObject", contentUrl: "https://news.example.org/media/wide1280.jpg", width: 1280 },
      ...{ creditText: "Aram Karim", caption: "Fog <over> Azmar" },
    });
    expect(data.author[0]).toMatchObject({ url: "https://news.example.org/en/by/rawa-aziz" });
    expect(html).toContain('property="og:image" content="https://news.example.org/media/wide1280.jpg"');
    expect(html).toContain('name="twitter:card" content="summary_large_image"');
  });

  test("one that was pulled is nowhere on the page", () => {
    const pulled = { ...picture, printable: null };
    const without = page(
      <StoryPage sheet={sheet("en")} story={aStory("en", { picture: pulled, pictures: [pulled] })} />,
    );
    expect(without).not.toContain("<img");
    expect(without).not.toContain("Fog");
    expect(without).not.toContain("og:image");
  });

  test("names lead to their pages, and a name without one to nowhere", () => {
    expect(html).toContain('<a rel="author" href="/en/by/rawa-aziz">Rawa Aziz</a>');
    expect(html).toContain('href="/en/topic/water"');
    expect(html).toContain("Translated by Nobody");
    expect(html).not.toContain(">Nobody</a>");
  });
});
