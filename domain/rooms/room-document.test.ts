import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { StoredDocument, StoryFields } from "#db/shapes.ts";
import { proseMirrorSchema } from "../document/schema.ts";
import { parseDocument } from "../document/validate.ts";
import { blankFields } from "../stories/fields.ts";
import { picturedStories } from "../testing/any-story.ts";
import {
  br,
  divider,
  doc,
  em,
  embed,
  facts,
  gallery,
  h,
  li,
  link,
  ol,
  p,
  pic,
  pictureId,
  pull,
  quote,
  strong,
  struck,
  ul,
  underlined,
  withAttrs,
} from "../testing/doc.ts";
import {
  bodyOf,
  changeRoom,
  choose,
  draftOf,
  type RoomDraft,
  roomVersionOf,
  seedRoom,
  textOf,
} from "./room-document.ts";

const SECTION = "00000000-0000-4000-8000-00000000000a";
const rawa = { by: "00000000-0000-4000-8000-000000000001", at: "2026-01-12T09:00:00.000Z" };
const dilan = { by: "00000000-0000-4000-8000-000000000002", at: "2026-01-12T09:01:00.000Z" };

function fieldsWith(fields: Partial<StoryFields> = {}): StoryFields {
  return { ...blankFields(SECTION), headline: "Bread costs more", ...fields };
}

function roomWith(document: StoredDocument, fields: Partial<StoryFields> = {}): Y.Doc {
  const room = new Y.Doc({ gc: false });
  seedRoom(room, { fields: fieldsWith(fields), document }, rawa);
  return room;
}

/** The same room in another browser. */
function copyOf(room: Y.Doc): Y.Doc {
  const copy = new Y.Doc({ gc: false });
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(room));
  return copy;
}

function meet(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  expect(draftOf(one)).toEqual(draftOf(other));
}

const everything = doc(
  p(
    "Plain, ",
    strong("bold"),
    em("italic"),
    underlined("under"),
    struck("gone"),
    link("https://esta.krd/", "a link"),
  ),
  p(strong("before", br(), "after"), br(), "plain"),
  p(),
  h(2, "Two"),
  h(3, "Three"),
  h(4, "Four"),
  ul(li(p("one"), ul(li(p("nested")))), li(p("two"))),
  withAttrs(ol(li(p("seven"))), { start: 7 }),
  quote(p("said"), divider()),
  divider(),
  withAttrs(pic("a", "A ", strong("caption")), {
    size: "wide",
    crop: "square",
    credit: "Reuters",
    alt: "Bread",
  }),
  withAttrs(pic("b"), { decorative: true }),
  gallery(pic("a", "one"), pic("b")),
  pull("Driver", "We wait"),
  facts("What is known", p("This"), pic("a")),
  embed("https://youtu.be/x", { provider: "youtube", title: "A film" }),
  withAttrs(p("رويترز"), {
    dir: "rtl",
    lang: "ar",
    source: { blockId: "block-of-source", hash: "0123456789abcdef" },
    suggestion: { op: "insert", user: "rawa", at: 1 },
  }),
);

const lead = {
  pictureId: pictureId("a"),
  caption: "Bread.",
  credit: "",
  alt: "A bakery",
  decorative: false,
  crop: "wide",
} as const;

describe("a story in a room", () => {
  test("is the same story, whatever is in it", () => {
    const fields = {
      standfirst: "From Monday.\nIn all cities.",
      kicker: "Prices 🥖",
      lead,
      byline: [{ contributorId: SECTION, role: "writing" as const }],
      sources: [{ agencyId: null, itemId: "x", at: null, url: "" }],
      signOff: "(Own)",
      marks: ["lead" as const],
    };
    const room = roomWith(everything, fields);
    expect(draftOf(room)).toEqual({ fields: fieldsWith(fields), document: everything });
    expect(parseDocument(draftOf(room).document)).toEqual(everything);
  });

  test("and whatever else somebody could write", () => {
    fc.assert(
      fc.property(picturedStories, (story) => {
        const stored = withJoinedText(parseDocument(story));
        expect(withoutBreakMarks(draftOf(roomWith(stored)).document)).toEqual(withoutBreakMarks(stored));
      }),
      { numRuns: 100, seed: 12 },
    );
  });

  test("that nobody has written has one empty paragraph, and a room that was filled isn't filled again", () => {
    const room = roomWith(doc(p()));
    expect(draftOf(room).document).toEqual(doc(p()));
    expect(() => seedRoom(room, draftOf(room), rawa)).toThrow("filled before");
  });

  test("is looked at without being changed", () => {
    const room = roomWith(everything);
    const broken = new Y.XmlElement("bulletList");
    bodyOf(room).insert(0, [broken, new Y.XmlElement("oldEmbed")]);
    const before = Y.encodeStateAsUpdate(room);
    expect(draftOf(room).document).toEqual(everything);
    expect(Y.encodeStateAsUpdate(room)).toEqual(before);
  });

  test("has a name on every block, the same on every reading, even when two met under one", () => {
    const room = roomWith(doc(p("one")));
    const twin = new Y.XmlElement("paragraph");
    twin.setAttribute("id", "block-000001");
    bodyOf(room).insert(1, [twin, new Y.XmlElement("paragraph")]);
    const { document } = draftOf(room);
    expect(draftOf(copyOf(room)).document).toEqual(document);
    expect(parseDocument(document)).toEqual(document);
    expect(new Set(document.doc.content?.map(({ attrs }) => attrs?.id)).size).toBe(3);
  });

  test("takes no attribute, mark or address that a stored text may not have", () => {
    const room = roomWith(doc(p("one")));
    const paragraph = bodyOf(room).get(0) as Y.XmlElement;
    paragraph.setAttribute("onclick", "alert(1)");
    const letters = paragraph.get(0) as Y.XmlText;
    letters.format(0, 3, { link: { href: "javascript:alert(1)" }, ghost: {} });
    expect(draftOf(room).document).toEqual(doc(p("one")));
  });
});

describe("changing a room", () => {
  const three = doc(p("The price of bread rises."), p("Bakers say flour costs more."), p("From Monday."));
  const change = (room: Y.Doc, draft: Partial<RoomDraft>, who = dilan) =>
    changeRoom(room, { ...draftOf(room), ...draft }, who);

  test("to any other story gives exactly that story", () => {
    fc.assert(
      fc.property(picturedStories, picturedStories, (one, other) => {
        const room = roomWith(withJoinedText(parseDocument(one)));
        const wanted = withJoinedText(parseDocument(other));
        change(room, { document: wanted });
        expect(withoutBreakMarks(draftOf(room).document)).toEqual(withoutBreakMarks(wanted));
      }),
      { numRuns: 100, seed: 12 },
    );
  });

  test("to what it is already writes nothing", () => {
    const room = roomWith(everything, { lead });
    const before = Y.encodeStateVector(room);
    changeRoom(room, draftOf(room), dilan);
    expect(Y.encodeStateVector(room)).toEqual(before);
    expect(roomVersionOf(room)).toBe(everything.schemaVersion);
  });

  test("leaves alone what a colleague types in the same paragraph at the same moment", () => {
    const room = roomWith(three);
    const hers = copyOf(room);
    const letters = (bodyOf(hers).get(1) as Y.XmlElement).get(0) as Y.XmlText;
    letters.insert(letters.length, " Much more.");
    change(room, {
      document: doc(p("The price of bread rises."), p("Two bakers say flour costs more."), p("From Monday.")),
    });
    meet(room, hers);
    expect(draftOf(room).document).toEqual(
      doc(
        p("The price of bread rises."),
        p("Two bakers say flour costs more. Much more."),
        p("From Monday."),
      ),
    );
  });

  test("puts paragraphs in, takes them out and moves them without touching the others", () => {
    const room = roomWith(three);
    const hers = copyOf(room);
    const letters = (bodyOf(hers).get(2) as Y.XmlElement).get(0) as Y.XmlText;
    letters.insert(5, "next ");
    const [first, second, third] = three.doc.content ?? [];
    if (!first || !second || !third) throw new Error("three paragraphs");
    const begun = withAttrs(p("A new beginning."), { id: "block-new-one" });
    change(room, { document: { ...three, doc: { type: "doc", content: [begun, second, first, third] } } });
    meet(room, hers);
    const texts = draftOf(room).document.doc.content?.map(({ content }) => content?.[0]?.text);
    expect(texts).toEqual([
      "A new beginning.",
      second.content?.[0]?.text,
      first.content?.[0]?.text,
      "From next Monday.",
    ]);
  });

  test("changes the letters of a headline that differ, whole ones", () => {
    const room = roomWith(three, { headline: "Bread 🥖 costs more" });
    const hers = copyOf(room);
    textOf(hers, "headline").insert(0, "Breaking: ");
    change(room, { fields: fieldsWith({ headline: "Bread 🥐 costs much more" }) });
    meet(room, hers);
    expect(draftOf(room).fields.headline).toBe("Breaking: Bread 🥐 costs much more");
  });

  test("keeps a choice that a colleague made, and who made it, when another one changes", () => {
    const room = roomWith(three, { lead });
    const hers = copyOf(room);
    choose(hers, "slugline", "bread", rawa);
    change(room, { fields: fieldsWith({ lead: { ...lead, caption: "Loaves.", crop: "square" } }) });
    meet(room, hers);
    expect(draftOf(room).fields).toEqual(
      fieldsWith({ slugline: "bread", lead: { ...lead, caption: "Loaves.", crop: "square" } }),
    );
    expect(room.getMap("choices").get("slugline")).toEqual({ value: "bread", ...rawa });
    expect(room.getMap("choices").get("lead")).toMatchObject(dilan);
  });
});

/** As ProseMirror keeps them: neighbouring letters with equal marks are one text. */
function withJoinedText({ schemaVersion, doc: body }: StoredDocument): StoredDocument {
  return parseDocument({ schemaVersion, doc: proseMirrorSchema().nodeFromJSON(body).toJSON() });
}

/** A room keeps a break's marks only where both its neighbours have them. */
function withoutBreakMarks(document: StoredDocument): unknown {
  return JSON.parse(JSON.stringify(document), (_key, node) =>
    node?.type === "hardBreak" ? { type: "hardBreak" } : node,
  );
}
