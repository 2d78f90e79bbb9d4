import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { readerPictures } from "#db/reader.ts";
import { agencies } from "#db/schema.ts";
import { hangPictures } from "../document/figure.ts";
import { renderHtml } from "../document/render-html.ts";
import { aPicture } from "../testing/a-picture.ts";
import { aLiveStory } from "../testing/a-story.ts";
import { doc, p, pic, withAttrs } from "../testing/doc.ts";
import { test } from "../testing/test.ts";
import type { Language } from "../vocabulary.ts";
import { pullPicture } from "./pull.ts";

test("a picture in another's place is never printed with that one's caption, credit or alt text", async ({
  scene,
}) => {
  const bad = await aPicture(scene);
  const facts = {
    author: "",
    source: "Shafaq",
    credit: "",
    rights: "subscription",
    altText: "An empty bakery",
  } as const;
  const good = await aPicture(scene, { ...facts, rightsNote: "by phone with Nali" });
  await scene.db.insert(agencies).values({ slug: "shafaq", labels: { en: "Shafaq", ar: "شفق نيوز" } });
  const use = {
    pictureId: bad.pictureId,
    credit: "Reuters photo",
    alt: "The minister",
    size: "text",
    crop: "full",
  };
  const document = doc(p("Bread."), withAttrs(pic("a", "The minister buys bread"), use));
  await aLiveStory(scene, { document });
  const printedIn = async (language: Language) => {
    const [row] = await scene.db.select().from(readerPictures).where(eq(readerPictures.id, bad.pictureId));
    const pictures = new Map(row ? [[row.id, row.printable]] : []);
    return hangPictures(renderHtml(document, { language }), pictures, {
      language,
      mediaBase: "/media",
      mode: "page",
    });
  };
  expect(await printedIn("en")).toContain("The minister buys bread");
  await pullPicture(scene.as(scene.newsroom.dilan), {
    pictureId: bad.pictureId,
    version: 1,
    replacedBy: good.pictureId,
    note: "",
  });
  const [english, arabic] = [await printedIn("en"), await printedIn("ar")];
  for (const html of [english, arabic]) {
    expect(html).toContain(good.printable.files[0]?.name);
    expect(html).not.toMatch(/minister|Reuters|Nali/);
    expect(html).toContain('alt="An empty bakery"');
  }
  expect(english).toContain("Shafaq photo");
  expect(arabic).toContain("الصورة: شفق نيوز");
});
