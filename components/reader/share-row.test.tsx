import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { OutletSettings, Printed } from "#db/shapes.ts";
import type { PublishedStory } from "#domain/publications/reader-records.ts";
import type { Language } from "#domain/vocabulary.ts";
import { ShareRow } from "./share-row.tsx";
import type { Sheet } from "./sheet.ts";

/** The row as a page has it; it asks a story and a sheet for these few things. */
function row(
  language: Language,
  headline: string,
  shares = 0,
  settings: Partial<OutletSettings> = {},
): string {
  const printed = { headline } as Printed;
  const story = { number: 12, language, printed, shares } as PublishedStory;
  const sheet = { origin: "https://news.example.org", edition: { settings } } as Sheet;
  return renderToStaticMarkup(<ShareRow sheet={sheet} story={story} />);
}

describe("ways to share a story", () => {
  test("are plain links with the short address, in the story's direction, and nobody's script", () => {
    const html = row("ckb", "BBC: باج 3-5 زیاد دەکات", 70);
    const links = [...html.matchAll(/<a href="([^"]+)" rel="noopener nofollow"/g)].map(([, href]) =>
      decodeURIComponent(href ?? "").replaceAll("&amp;", "&"),
    );
    const text = "\u200fBBC: باج \u20663-5\u2069 زیاد دەکات";
    const url = "https://news.example.org/s/12";
    expect(links).toEqual([
      `https://wa.me/?text=${text}\n${url}`,
      `https://t.me/share/url?url=${url}&text=${text}`,
      `https://www.facebook.com/sharer/sharer.php?u=${url}`,
      `https://x.com/intent/post?text=${text}&url=${url}`,
      `mailto:?subject=${text}&body=${text}\n\n${url}`,
    ]);
    expect(html).toContain('ping="/api/share/12/whatsapp"');
    expect(html.match(/<button[^>]* hidden=""/g)).toHaveLength(2);
    // Counts are shown where the outlet wants it, and nowhere by default.
    expect(html).not.toContain("70 جار");
  });

  test("are those that the outlet chose", () => {
    const html = row("en", "Bread", 0, { shareChannels: ["email", "telegram"] });
    expect([...html.matchAll(/\/api\/share\/12\/(\w+)"/g)].map(([, channel]) => channel)).toEqual([
      "telegram",
      "email",
    ]);
  });

  test("are counted aloud from the outlet's threshold on, never with a zero", () => {
    const shown = (shares: number, threshold: number) =>
      /Shared ([\d,]+) times/.exec(
        row("en", "Bread", shares, { shareCounts: { shown: true, threshold } }),
      )?.[1];
    expect(row("en", "Bread", 1, { shareCounts: { shown: true, threshold: 1 } })).toContain("Shared once");
    expect([shown(49, 50), shown(50, 50), shown(1_234, 50), shown(0, 0)]).toEqual([
      undefined,
      "50",
      "1,234",
      undefined,
    ]);
  });
});
