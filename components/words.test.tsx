import { eq } from "drizzle-orm";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect } from "vitest";
import { people } from "#db/schema.ts";
import { interfaceLanguageFor } from "#domain/languages/interface-language.ts";
import { noon, test } from "#domain/testing/test.ts";
import { findSession } from "#domain/users/find-session.ts";
import { openSession } from "#domain/users/open-session.ts";
import { hashPassword } from "#domain/users/password.ts";
import type { Language } from "#domain/vocabulary.ts";
import { CATALOGUE, type Catalogue } from "./catalogue.ts";
import { INTL_LOCALES } from "./messages.ts";
import { StaffDocument } from "./staff-document.tsx";
import { Time } from "./time.client.tsx";
import { PersonMenu } from "./ui/person-menu.client.tsx";
import { words } from "./words.tsx";

/** A tongue that only this test speaks, under a real language's name, and not all of it. */
const TRIAL: Catalogue = {
  ...CATALOGUE,
  ckb: {
    kit: { personMenu: "⟦{name}: yours⟧", signOut: "" },
    desk: { state: { live: "⟦live⟧" }, words: "⟦{count, plural, one {1} other {#}}⟧" },
  },
};
const SPOKEN: readonly Language[] = ["en", "ckb"];

function staffPage(language: Language): string {
  return renderToStaticMarkup(
    <StaffDocument language={language} catalogue={TRIAL}>
      <PersonMenu name="Rawa" face={null} links={[]} signOut={async () => null} />
      <Time at={noon} timeZone="Asia/Baghdad" />
    </StaffDocument>,
  );
}

describe("a staff page", () => {
  test("speaks the language of the person's own row, and reads the way that it reads", async ({ scene }) => {
    const { db, newsroom } = scene;
    const { personId } = newsroom.rawa;
    const passwordHash = await hashPassword("a long enough password");
    await db.update(people).set({ passwordHash }).where(eq(people.id, personId));
    const opening = { personId, passwordHash, source: "192.0.2.7", userAgent: "x" };
    const sessionId = (await openSession({ db, now: noon }, opening)) ?? "";
    const load = async () => {
      const session = await findSession({ db, now: noon }, sessionId);
      return staffPage(interfaceLanguageFor([session?.locale], SPOKEN));
    };
    const before = await load();
    expect(before).toContain('<html lang="en" dir="ltr">');
    expect(before).toContain("Rawa: your account");
    expect(before).toContain("Jan. 12, 2026, 12:00 p.m.");
    await db.update(people).set({ locale: "ckb" }).where(eq(people.id, personId));
    const after = await load();
    expect(after).toContain('<html lang="ckb" dir="rtl">');
    expect(after).toContain("⟦Rawa: yours⟧");
    expect(after).toContain("12ی کانوونی دووەمی 2026، 12:00");
    expect(after).not.toContain("your account");
  });

  test("says in English what its language doesn't say yet, also inside of what it says", () => {
    const kit = words("kit", "ckb", TRIAL);
    expect(kit("signOut")).toBe("Sign out");
    const desk = words("desk", "ckb", TRIAL);
    expect(desk("state.live")).toBe("⟦live⟧");
    expect(desk("state.withdrawn")).toBe("Withdrawn");
    expect(desk("facts", { number: "7", count: 2 })).toBe("No. 7 · 2 words");
  });

  test("counts with the same digits and plurals on the server and in a browser without Kurdish", () => {
    const t = words("desk", "ckb", TRIAL);
    expect([t("words", { count: 1 }), t("words", { count: 1234 })]).toEqual(["⟦1⟧", "⟦1,234⟧"]);
    expect(Object.values(INTL_LOCALES).some((locale) => /^(?:ckb|ku|kmr)/.test(locale))).toBe(false);
  });
});

test("somebody whose language the interface doesn't speak is spoken to in the next one, then in English", () => {
  expect(interfaceLanguageFor(["ckb"])).toBe("en");
  expect(interfaceLanguageFor([undefined])).toBe("en");
  expect(interfaceLanguageFor(["ar", "ckb"], SPOKEN)).toBe("ckb");
  expect(interfaceLanguageFor(["toString"], SPOKEN)).toBe("en");
});
