import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { readerMedia } from "#db/reader.ts";
import { changes, topics } from "#db/schema.ts";
import { pictures, pictureUses } from "#db/schema-pictures.ts";
import type { OutletSettings } from "#db/shapes.ts";
import { manifest } from "../feeds/manifest.ts";
import { changeSettings } from "../outlet/change-settings.ts";
import { PROPOSED_SETTINGS } from "../outlet/defaults.ts";
import { getOutlet } from "../outlet/find-outlet.ts";
import { settingsSchema } from "../outlet/input.ts";
import { createPage, translatePage } from "../pages/create-page.ts";
import { findEdition } from "../publications/find-edition.ts";
import { opened } from "../publications/opened.ts";
import { publishStory } from "../stories/publish.ts";
import { aPicture } from "../testing/a-picture.ts";
import { saveAgain } from "../testing/a-story.ts";
import { doc, p } from "../testing/doc.ts";
import { type Scene, test } from "../testing/test.ts";
import { accentOf, accentStyle } from "./accent.ts";
import { contrast, ENOUGH, readability, readable } from "./contrast.ts";
import { iconOf } from "./icon.ts";
import { logoOf } from "./logo.ts";
import { listMenuChoices } from "./menu-choices.ts";
import { footerMenu, headerMenu } from "./menus.ts";
import { newsOrganisation } from "./news-organisation.ts";
import { profileName } from "./profiles.ts";

const PLAIN: OutletSettings = { ...PROPOSED_SETTINGS, name: { en: "A", ar: "ا", ckb: "ئ" } };

async function change({ db, newsroom, as }: Scene, more: Partial<OutletSettings>) {
  const { version, settings } = await getOutlet({ db });
  return changeSettings(as(newsroom.hana), { version, settings: { ...settings, ...more } });
}

const edition = async ({ db }: Scene) => opened(await findEdition(db));
const where = { language: "en", origin: "https://news.example.org", mediaUrl: "" } as const;

describe("an accent", () => {
  test("that can't be read is refused with one beside it that can", () => {
    const refused = settingsSchema.safeParse({
      ...PLAIN,
      brand: { accent: { light: "#ffd400", dark: "#8a0000" } },
    });
    const issues = refused.error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];
    expect(issues.map(([path]) => path)).toEqual(["brand.accent.light", "brand.accent.dark"]);
    for (const [at, [, message = ""]] of issues.entries()) {
      const suggested = /(#[0-9a-f]{6}) is near it and works/.exec(message)?.[1] ?? "";
      expect(readability(suggested, at === 0 ? "light" : "dark")).toBeGreaterThanOrEqual(ENOUGH);
    }
    expect(
      settingsSchema.safeParse({ ...PLAIN, brand: { accent: { light: "red", dark: null } } }).success,
    ).toBe(false);
  });

  test("of every hue is brought to where it can be read, and one that can be read stays", () => {
    for (let hue = 0; hue < 0x1000000; hue += 0x0f1f37) {
      const colour = `#${hue.toString(16).padStart(6, "0")}`;
      for (const mode of ["light", "dark"] as const) {
        const mended = readable(colour, mode);
        expect(readability(mended, mode)).toBeGreaterThanOrEqual(ENOUGH);
        if (readability(colour, mode) >= ENOUGH) expect(mended).toBe(colour);
      }
    }
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });

  test("of light pages is lightened for dark ones; without one the paper looks as it did", () => {
    const brand = { accent: { light: "#0b5f5a", dark: null } };
    const { dark } = accentOf(brand);
    expect(readability(dark, "dark")).toBeGreaterThanOrEqual(ENOUGH);
    expect(accentStyle(brand)).toBe(
      `:root{--mark:#0b5f5a}@media (prefers-color-scheme:dark){:root{--mark:${dark}}}`,
    );
    expect(accentStyle(undefined)).toBe("");
    expect(accentStyle({ accent: { light: null, dark: null } })).toBe("");
  });
});

test("a menu may name any topic, however many there are, but none that was merged into another", async ({
  scene,
}) => {
  const many = Array.from({ length: 150 }, (_, at) => ({
    slug: `topic-${at}`,
    labels: { ckb: `بابەت ${at}` },
  }));
  const [kept] = await scene.db.insert(topics).values(many).returning({ id: topics.id });
  const gone = { slug: "bread-2", labels: { en: "A bread" }, mergedInto: kept?.id };
  await scene.db.insert(topics).values([gone, { slug: "well-water", labels: { en: "Well water" } }]);
  const offered = (await listMenuChoices(scene.as(scene.newsroom.hana))).topics.map(({ labels }) => labels);
  expect(offered).toContainEqual({ en: "Well water" });
  expect(offered.length).toBeGreaterThan(150);
  expect(offered).not.toContainEqual({ en: "A bread" });
});

describe("the logo and the icon", () => {
  test("hang where anybody may fetch them for as long as the outlet wears them", async ({ scene }) => {
    const { db } = scene;
    const logo = await aPicture(scene);
    const icon = await aPicture(scene);
    const isPublic = async ({ pictureId }: { pictureId: string }) =>
      (await db.select().from(readerMedia).where(eq(readerMedia.pictureId, pictureId))).length > 0;
    expect(await isPublic(logo)).toBe(false);

    const worn = { logo: logo.pictureId, logoDark: null, icon: icon.pictureId };
    const { changeSeq } = await change(scene, { brand: { pictures: worn } });
    expect(await isPublic(logo)).toBe(true);
    const [told] = await db.select().from(changes).where(eq(changes.seq, changeSeq));
    expect(told?.keys).toEqual(
      expect.arrayContaining(["outlet", `picture:${logo.pictureId}`, `picture:${icon.pictureId}`]),
    );
    const dressed = await edition(scene);
    expect(logoOf(dressed)).toMatchObject({ light: { height: 213 }, dark: null });
    expect(iconOf(dressed)).toMatchObject({ kind: "picture", pictureId: icon.pictureId });
    expect(newsOrganisation(dressed, where)).toMatchObject({
      logo: { "@type": "ImageObject", url: expect.stringMatching(/^https:\/\/news\.example\.org\/media\//) },
    });

    await db.update(pictures).set({ pulledAt: new Date() }).where(eq(pictures.id, logo.pictureId));
    expect(logoOf(await edition(scene))).toBeNull();
    // What was pulled stays named, and holds nobody up who changes something else.
    await change(scene, { footerText: { en: "Printed in Sulaimani" } });

    await change(scene, { brand: {} });
    expect(await isPublic(icon)).toBe(false);
    expect(await db.select().from(pictureUses).where(eq(pictureUses.place, "logo"))).toEqual([]);
    expect(iconOf(await edition(scene))).toMatchObject({ kind: "letters", letters: "Z", language: "en" });
  });

  test("that isn't ready, or isn't there, is refused and nothing is saved", async ({ scene }) => {
    const { db } = scene;
    const { pictureId } = await aPicture(scene, { printable: null, state: "processing" });
    const before = await getOutlet({ db });
    for (const id of [pictureId, "0199a0b2-0000-7000-8000-000000000009"]) {
      await expect(
        change(scene, { brand: { pictures: { logo: id, logoDark: null, icon: null } } }),
      ).rejects.toMatchObject({ kind: "invalid", field: "settings.brand.pictures.logo" });
    }
    expect(await getOutlet({ db })).toEqual(before);
  });

  test("drawn from initials goes by their script and the outlet's accent", async ({ scene }) => {
    await change(scene, { brand: { initials: "زپ", accent: { light: "#0b5f5a", dark: null } } });
    const dressed = await edition(scene);
    expect(iconOf(dressed)).toEqual({
      ...{ kind: "letters", letters: "زپ", language: "ckb", faces: null, ground: "#0b5f5a", ink: "#fdfbf7" },
    });
    expect(JSON.parse(manifest(dressed))).toMatchObject({ name: "Zagros Post", theme_color: "#0b5f5a" });
  });
});

async function aLivePage(scene: Scene, role: "about" | "ethics" | "contact", languages: ("en" | "ckb")[]) {
  const ctx = scene.as(scene.newsroom.hana);
  const first = await createPage(ctx, { language: "en", pageSlug: role, role });
  for (const language of languages) {
    const page = language === "en" ? first : await translatePage(ctx, { familyId: first.familyId, language });
    const headline = `${role} in ${language}`;
    const { revisionId } = await saveAgain(ctx, page.storyId, page.revisionId, {
      fields: { headline },
      document: doc(p("Eleven people in Sulaimani.")),
    });
    await publishStory(ctx, { storyId: page.storyId, revisionId, seenPublicationId: null });
  }
  return first;
}

describe("menus and the outlet's record", () => {
  test("name what readers can open in their language, under the outlet's own words", async ({ scene }) => {
    const { db } = scene;
    const plain = await edition(scene);
    expect(headerMenu(plain, "en").map(({ label }) => label)).toEqual(["News", "World"]);
    expect(footerMenu(plain, "en").map(({ label }) => label)).toEqual(["Home", "RSS feed"]);

    const about = await aLivePage(scene, "about", ["en", "ckb"]);
    const ethics = await aLivePage(scene, "ethics", ["en"]);
    const [topic] = await db
      .insert(topics)
      .values({ slug: "water", labels: { en: "Water" } })
      .returning();
    await change(scene, {
      menus: {
        header: [
          { kind: "section", slug: "world", labels: { en: "Abroad" } },
          { kind: "section", slug: "not-there", labels: {} },
          { kind: "topic", topicId: topic?.id ?? "", labels: { ckb: "ئاو" } },
          { kind: "page", familyId: ethics.familyId, labels: {} },
          { kind: "link", href: "https://shop.example.org/", labels: { en: "Shop" } },
        ],
        footer: null,
      },
    });
    const own = await edition(scene);
    expect(headerMenu(own, "en").map(({ label, href }) => [label, href])).toEqual([
      ["Abroad", "/en/world"],
      ["Water", "/en/topic/water"],
      ["ethics in en", "/en/ethics"],
      ["Shop", "https://shop.example.org/"],
    ]);
    expect(headerMenu(own, "ckb").map(({ label }) => label)).toEqual(["جیهان", "ئاو"]);
    expect(footerMenu(own, "ckb").map(({ href }) => href)).toEqual(["/ckb", "/ckb/about", "/ckb/feed.xml"]);
    expect(about.familyId).not.toBe(ethics.familyId);

    await change(scene, {
      brand: { profiles: ["https://t.me/zagrospost"] },
      publisher: {
        ...{ legalName: "Zagros Media Ltd", foundedOn: "2014", email: "desk@zagros.test", telephone: "" },
        ...{ street: "Salim Street 12", city: "Sulaimani", postalCode: "", country: "IQ" },
        ownership: { en: "Owned by its eleven journalists." },
      },
    });
    const record = newsOrganisation(await edition(scene), { ...where, language: "ckb" });
    expect(record).toMatchObject({
      "@type": "NewsMediaOrganization",
      name: "زاگرۆس پۆست",
      // There is none in Kurdish: the outlet's first language answers.
      ethicsPolicy: "https://news.example.org/en/ethics",
      publishingPrinciples: "https://news.example.org/en/ethics",
      mainEntityOfPage: "https://news.example.org/ckb/about",
      ownershipFundingInfo: "Owned by its eleven journalists.",
      legalName: "Zagros Media Ltd",
      foundingDate: "2014",
      sameAs: ["https://t.me/zagrospost"],
      address: { "@type": "PostalAddress", addressCountry: "IQ" },
      contactPoint: { email: "desk@zagros.test" },
    });
    expect(record).not.toHaveProperty("correctionsPolicy");
  });

  test("take no address that runs or leads nowhere", () => {
    const menus = (href: string) => ({ header: [{ kind: "link", href, labels: { en: "X" } }], footer: null });
    for (const href of ["javascript:alert(1)", "//evil.example", "ftp://x", "shop", "data:text/html,x"]) {
      expect(settingsSchema.safeParse({ ...PLAIN, menus: menus(href) }).success, href).toBe(false);
    }
    for (const href of ["https://example.org/x", "/en/about", "mailto:desk@zagros.test"]) {
      expect(settingsSchema.safeParse({ ...PLAIN, menus: menus(href) }).success, href).toBe(true);
    }
    const profiles = ["javascript:alert(1)"];
    expect(settingsSchema.safeParse({ ...PLAIN, brand: { profiles } }).success).toBe(false);
    expect(profileName("https://www.facebook.com/zagros")).toBe("Facebook");
    expect(profileName("https://social.zagros.test/@desk")).toBe("social.zagros.test");
  });
});
