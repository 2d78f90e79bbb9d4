/** What the outlet may say of its looks, menus and record. Sentences are for the admin at the form. */
import { z } from "zod";
import type { Brand, Labels, MenuItem, Publisher } from "#db/shapes.ts";
import { HEX_COLOUR, troubleWithAccent } from "./contrast.ts";
import { ARABIC_FACES, LATIN_FACES } from "./faces.ts";

const line = (max: number) =>
  z
    .string()
    .max(max, `That is longer than ${max} characters.`)
    .transform((text) => text.replace(/\s+/g, " ").trim());

const labelled = (text: ReturnType<typeof line>) =>
  z
    .object({ en: text.optional(), ar: text.optional(), ckb: text.optional() })
    .transform((given): Labels => Object.fromEntries(Object.entries(given).filter(([, each]) => each)));

/** Several lines; spaces within a line and empty lines at the ends don't count. */
const lines = (max: number) =>
  z
    .string()
    .max(max, `That is longer than ${max} characters.`)
    .transform((text) =>
      text
        .split("\n")
        .map((each) => each.replace(/\s+/g, " ").trim())
        .join("\n")
        .trim(),
    );

const pictureId = z.uuid("There is no such picture.").nullable();

const accent = (mode: "light" | "dark") =>
  z
    .string()
    .trim()
    .toLowerCase()
    .regex(HEX_COLOUR, "A colour is written as # and six digits, like #9d1c22.")
    .check(({ value, issues }) => {
      const message = HEX_COLOUR.test(value) ? troubleWithAccent(value, mode) : null;
      if (message !== null) issues.push({ code: "custom", message, input: value });
    })
    .nullable();

const profile = z
  .string()
  .trim()
  .max(300, "That is longer than 300 characters.")
  .refine((address) => isHttps(address), "An account's address starts with https://.");

function isHttps(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === "https:";
}

const MOST_LETTERS = 3;

export const brandSchema = z.object({
  pictures: z.object({ logo: pictureId, logoDark: pictureId, icon: pictureId }).optional(),
  accent: z.object({ light: accent("light"), dark: accent("dark") }).optional(),
  faces: z
    .object({
      latin: z.object({ head: z.enum(LATIN_FACES), text: z.enum(LATIN_FACES) }),
      arabic: z.object({ head: z.enum(ARABIC_FACES), text: z.enum(ARABIC_FACES) }),
    })
    .optional(),
  initials: line(10)
    .refine((text) => [...text].length <= MOST_LETTERS, "An icon has room for three letters.")
    .optional(),
  profiles: z
    .array(z.string().max(400))
    .transform((addresses) => addresses.map((one) => one.trim()).filter((one) => one !== ""))
    .pipe(z.array(profile).max(12, "Twelve accounts are the most."))
    .optional(),
}) satisfies z.ZodType<Brand>;

const href = z
  .string()
  .trim()
  .max(500, "That is longer than 500 characters.")
  .regex(
    /^(?:https?:\/\/[^\s]+|mailto:[^\s]+|\/(?!\/)[^\s]*)$/,
    "A link starts with https:// or, on this site, with one slash.",
  );

const itemLabels = labelled(line(60));
const menuItem = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("section"), slug: z.string().max(40), labels: itemLabels }),
  z.object({ kind: z.literal("page"), familyId: z.uuid("There is no such page."), labels: itemLabels }),
  z.object({ kind: z.literal("topic"), topicId: z.uuid("There is no such topic."), labels: itemLabels }),
  z.object({
    kind: z.literal("link"),
    href,
    labels: itemLabels.refine(
      (texts) => Object.keys(texts).length > 0,
      "Say what the link is called in at least one language.",
    ),
  }),
]) satisfies z.ZodType<MenuItem>;

const menu = z.array(menuItem).max(24, "A menu has at most 24 lines.").nullable();
export const menusSchema = z.object({ header: menu, footer: menu });

export const footerTextSchema = labelled(lines(600));

const email = z
  .string()
  .trim()
  .refine((text) => text === "" || z.email().safeParse(text).success, "That isn't an e-mail address.");

export const publisherSchema = z.object({
  legalName: line(160),
  foundedOn: z
    .string()
    .trim()
    .regex(/^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/, "Write a year, or a day as 2014-05-01."),
  email,
  telephone: z
    .string()
    .trim()
    .max(40, "That is longer than 40 characters.")
    .regex(/^[+\d\s().-]*$/, "A telephone number has digits, spaces, + and brackets."),
  street: line(160),
  city: line(80),
  postalCode: line(20),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^(?:[A-Z]{2})?$/, "A country is two letters, like IQ."),
  ownership: labelled(lines(1000)),
}) satisfies z.ZodType<Publisher>;
