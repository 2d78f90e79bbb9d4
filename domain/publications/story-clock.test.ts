import { describe, expect, test } from "vitest";
import type { OutletSettings } from "#db/shapes.ts";
import { atom } from "../feeds/atom.ts";
import { jsonFeed } from "../feeds/json-feed.ts";
import { newsArticle } from "../feeds/news-article.ts";
import { rss } from "../feeds/rss.ts";
import { storySitemap } from "../feeds/sitemap.ts";
import { addressOf, NO_IMPRINT, type PublishedStory, type ReaderNotice } from "./reader-records.ts";
import { storyClock } from "./story-clock.ts";

const settings: OutletSettings = {
  name: { en: "Zagros Post" },
  languages: ["en"],
  defaultLanguage: "en",
  timeZone: "Asia/Baghdad",
  zoneLabels: { en: "EBL time" },
  description: { en: "News from Sulaimani" },
};
const noon = new Date("2026-01-12T09:00:00Z");
const evening = new Date("2026-01-12T18:31:00Z");

function aPublished(significantAt: Date, notices: ReaderNotice[]): PublishedStory {
  return {
    id: "0199a0b2-0000-7000-8000-000000000001",
    number: 12,
    language: "en",
    section: { slug: "world", labels: { en: "World" } },
    ...{ card: null, shares: 0 },
    publicationNumber: 2,
    printed: {
      kicker: "",
      headline: "Talks end in </script> & silence",
      standfirst: "Nobody gave way.",
      dateline: "SULAIMANI",
      byline: [{ name: "Rawa Aziz", role: "writing" }],
      section: { slug: "world", label: "World" },
      topics: [],
      signOff: "(Esta Media Network/Reuters)",
      slug: "talks-end",
      marks: [],
      words: 20,
    },
    bodyHtml: "<p>They met.</p>",
    document: null,
    marks: [],
    firstPublishedAt: noon,
    significantAt,
    notices,
    siblings: [],
    previous: null,
    next: null,
    ...{ picture: null, pictures: [], related: [], words: [], signers: [], ledOn: {} },
  };
}

const update: ReaderNotice = { kind: "update", at: evening, note: "" };
const correction: ReaderNotice = {
  kind: "correction",
  at: new Date("2026-01-12T12:00:00Z"),
  note: "It was Monday.",
};

describe("a story's clock", () => {
  test("a story that nothing happened to carries no mark and one time", () => {
    const clock = storyClock(aPublished(noon, []), "Asia/Baghdad");
    expect(clock).toMatchObject({ modifiedAt: null, marks: [], publishedIso: "2026-01-12T12:00:00+03:00" });
    expect(clock.modifiedIso).toBe(clock.publishedIso);
  });

  test("an update does not bury an earlier correction", () => {
    const clock = storyClock(aPublished(evening, [correction, update]), "Asia/Baghdad");
    expect(clock.marks).toEqual(["update", "correction"]);
    expect(clock.notices.map(({ kind }) => kind)).toEqual(["update", "correction"]);
  });

  test("page data, feed and sitemap tell the same times of one story", () => {
    const story = aPublished(evening, [update, correction]);
    const origin = "https://news.example.org";
    const clock = storyClock(story, settings.timeZone);
    const where = { settings, origin, mediaBase: `${origin}/media` };
    const data = newsArticle(story, { settings, sections: [], imprint: NO_IMPRINT }, origin);
    const list = { language: "en", title: "Zagros Post", description: "", path: "/en" } as const;
    const feed = rss({ ...where, ...list, stories: [story] });
    const entry = atom({ ...where, ...list, stories: [story] });
    const [item] = JSON.parse(jsonFeed({ ...where, ...list, stories: [story] })).items;
    const { significantAt } = story;
    const map = storySitemap([{ address: addressOf(story), significantAt, family: [], pictures: [] }], where);
    const lastmod = /<lastmod>([^<]+)</.exec(map)?.[1] ?? "";

    expect(data.datePublished).toBe(clock.publishedIso);
    expect(data.dateModified).toBe(clock.modifiedIso);
    expect(clock.modifiedIso).toBe("2026-01-12T21:31:00+03:00");
    expect(feed).toContain("<pubDate>Mon, 12 Jan 2026 12:00:00 +0300</pubDate>");
    expect(feed).toContain(`<atom:updated>${clock.modifiedIso}</atom:updated>`);
    expect(feed).toContain("<lastBuildDate>Mon, 12 Jan 2026 21:31:00 +0300</lastBuildDate>");
    expect(entry.match(/<updated>[^<]+/g)).toEqual([
      `<updated>${clock.modifiedIso}`,
      `<updated>${clock.modifiedIso}`,
    ]);
    expect(entry).toContain(`<published>${clock.publishedIso}</published>`);
    expect([item.date_published, item.date_modified]).toEqual([clock.publishedIso, clock.modifiedIso]);
    expect(new Date(lastmod)).toEqual(clock.modifiedAt);
    expect(data.correction).toEqual([
      expect.objectContaining({ "@type": "CorrectionComment", datePublished: "2026-01-12T15:00:00+03:00" }),
    ]);
  });
});
