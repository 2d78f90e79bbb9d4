import { HtmlValidate } from "html-validate";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Brand, PrintablePicture } from "#db/shapes.ts";
import type { SitePage } from "#domain/publications/find-site-page.ts";
import type { Edition } from "#domain/publications/reader-records.ts";
import type { Language } from "#domain/vocabulary.ts";
import { sheetOf } from "./prints.tsx";
import { SitePageDocument } from "./site-page.tsx";

const LOGO = "0199a0b2-0000-7000-8000-000000000007";
const file = (width: number, name: string) =>
  ({ crop: "full", format: "webp", width, height: width / 4, name, bytes: 900 }) as const;
const printable: PrintablePicture = {
  ...{ width: 960, height: 240, thumbhash: "", colour: "#0b5f5a", focal: { x: 0.5, y: 0.5 } },
  files: [file(320, "small.webp"), file(960, "large.webp")],
};

function edition(brand: Brand): Edition {
  const page = { familyId: LOGO, slug: "about", role: "about" as const };
  return {
    settings: {
      name: { en: "Zagros Post", ckb: "زاگرۆس پۆست" },
      languages: ["en", "ckb"],
      defaultLanguage: "en",
      timeZone: "Asia/Baghdad",
      zoneLabels: { en: "EBL time", ckb: "بە کاتی هەولێر" },
      description: { en: "News from Sulaimani" },
      brand,
      footerText: { en: "Registered <here>\nAll rights reserved" },
      publisher: {
        ...{ legalName: "Zagros Media & Sons", foundedOn: "2014", email: "desk@zagros.test" },
        ...{
          telephone: "+964 750 000",
          street: "Salim Street",
          city: "Sulaimani",
          postalCode: "",
          country: "IQ",
        },
        ownership: {},
      },
      menus: {
        header: [
          { kind: "page", familyId: LOGO, labels: {} },
          { kind: "link", href: "https://shop.example.org/?a=1&b=2", labels: { en: "Shop <&>" } },
        ],
        footer: null,
      },
    },
    sections: [],
    imprint: {
      pages: [
        { ...page, language: "en", title: "About us" },
        { ...page, language: "ckb", title: "دەربارەی ئێمە" },
      ],
      topics: [],
      pictures: { [LOGO]: printable },
    },
  };
}

function aPage(language: Language): SitePage {
  return {
    ...{ id: LOGO, language, slug: "about", role: "about" as const, document: null, pictures: {} },
    printed: {
      ...{ kicker: "", headline: "About <us>", standfirst: "Eleven people.", dateline: "", byline: [] },
      ...{ section: { slug: "", label: "" }, topics: [], signOff: "", slug: "", marks: [], words: 3 },
    },
    bodyHtml: "<p>Eleven people in Sulaimani.</p>",
    significantAt: new Date("2026-01-12T09:00:00Z"),
    siblings: [{ language: language === "en" ? "ckb" : "en", slug: "about" }],
  };
}

function html(language: Language, brand: Brand = {}): string {
  const press = {
    ...{ origin: "https://news.example.org", mediaUrl: "", now: new Date("2026-01-12T19:00:00Z") },
    dress: () => ({ css: "body{}", preload: [] }),
  };
  const sheet = sheetOf(press, edition(brand), language);
  return `<!doctype html>${renderToStaticMarkup(<SitePageDocument sheet={sheet} page={aPage(language)} />)}`;
}

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: { "void-style": "off", "doctype-style": "off", "attr-case": "off", "no-inline-style": "error" },
});
const worn: Brand = {
  pictures: { logo: LOGO, logoDark: LOGO, icon: null },
  profiles: ["https://t.me/zagros", "https://www.facebook.com/zagros"],
};

test.each([
  ["in type", "en", {}],
  ["with a logo and accounts", "en", worn],
  ["in Kurdish", "ckb", worn],
] as const)("a page about the outlet is valid HTML: %s", async (_, language, brand) => {
  const report = await validator.validateString(html(language, brand));
  expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
});

test("it says where it stands in each language, and which line of the menu it is", () => {
  const page = html("ckb", worn);
  expect(page).toContain('<link rel="canonical" href="https://news.example.org/ckb/about"/>');
  expect(page).toContain('hrefLang="ku-IQ" href="https://news.example.org/ckb/about"');
  expect(page).toContain('<a href="/ckb/about" aria-current="page">دەربارەی ئێمە</a>');
  // A free link that has no name in Kurdish isn't in the Kurdish menu.
  expect(page).not.toContain("shop.example.org");
  expect(html("en", worn)).toContain("Shop &lt;&amp;&gt;");
});

test("a logo has the outlet's name for whoever can't see it, and room before it has come", () => {
  const page = html("en", worn);
  expect(page).toMatch(
    /<img[^>]*src="\/media\/large\.webp"[^>]*alt="Zagros Post"[^>]*width="960" height="240"/,
  );
  expect(page).toContain('<source media="(prefers-color-scheme: dark)" srcSet="/media/large.webp"/>');
});
