/**
 * Every door that the build opens, and the people who may not go through it. The table of who
 * may do what to a story (domain/permissions.matrix.csv) is played cell by cell over HTTP, as a
 * browser would: a refusal shows no word of the text and leaves no trace in the story's rows.
 */
import { eq, sql } from "drizzle-orm";
import { revisions } from "#db/schema.ts";
import { addContributor } from "#domain/choices/add.ts";
import {
  type Cell,
  FAR_OFF,
  type Played,
  readCells,
  STATES,
  storyIn,
} from "#domain/testing/permission-rows.ts";
import { ADMIN_ACTS, PAGE_ACTS, WORD_ACTS } from "./acts-of-admins.ts";
import { assemble, type Cast } from "./cast.ts";
import { filledIn, knock, readActions, readAddresses } from "./doors.ts";
import { expect, requireSetting, type Scene, test } from "./fixtures.ts";

const DATA_DIR = requireSetting("TRIAL_DATA_DIR");

type Try = { scene: Scene; cast: Cast; url: string; cell: Cell; story: Played };

/** Server actions of the table's acts, with what a browser would send. */
const INPUTS: Readonly<Record<string, (story: Played, scene: Scene) => Promise<[string, unknown]>>> = {
  autosave: async ({ storyId, revisionId }, { db }) => {
    const [base] = await db.select().from(revisions).where(eq(revisions.id, revisionId));
    const fields = { ...base?.fields, slugline: "typed by somebody" };
    return ["saveStory", { storyId, baseRevisionId: revisionId, fields, document: base?.document }];
  },
  "change slug or URL": async ({ storyId, revisionId }, { db }) => {
    const [base] = await db.select().from(revisions).where(eq(revisions.id, revisionId));
    const fields = { ...base?.fields, slug: "another-address" };
    return ["saveStory", { storyId, baseRevisionId: revisionId, fields, document: base?.document }];
  },
  "attach / replace media": async ({ storyId, revisionId, pictureId }, { db }) => {
    const [base] = await db.select().from(revisions).where(eq(revisions.id, revisionId));
    const lead = { pictureId, caption: "Bread.", credit: "", alt: "", decorative: true, crop: "square" };
    const fields = { ...base?.fields, lead };
    return ["saveStory", { storyId, baseRevisionId: revisionId, fields, document: base?.document }];
  },
  "copy / translate story": async ({ storyId, familyId }) => [
    "translateStory",
    { language: "ckb", familyId, sourceStoryId: storyId },
  ],
  "read revisions": async ({ revisionId }) => ["lookAtRevision", { revisionId }],
  "restore a revision": async ({ storyId, revisionId }) => [
    "restoreRevision",
    { storyId, revisionId, baseRevisionId: revisionId },
  ],
  "submit for review": async ({ storyId, revisionId }) => ["submitStory", { storyId, revisionId }],
  "approve / send back": async ({ storyId, revisionId }) => ["approveStory", { storyId, revisionId }],
  "publish now": async ({ storyId, revisionId, publicationId }) => [
    "publishStory",
    { storyId, revisionId, seenPublicationId: publicationId },
  ],
  "push a correction to live": async ({ storyId, revisionId, publicationId }) => [
    "publishUpdate",
    {
      storyId,
      revisionId,
      seenPublicationId: publicationId,
      kind: "correction",
      note: "The price was wrong.",
    },
  ],
  "note a post elsewhere": async ({ storyId }) => [
    "addHandLine",
    { storyId, channel: "telegram", url: "https://t.me/paper/1", note: "" },
  ],
  unpublish: async ({ storyId }) => ["withdrawStory", { storyId, note: "" }],
};

async function inputOf({ cell, story, scene }: Try): Promise<[string, unknown]> {
  if (cell.action !== "set or lift embargo") {
    const input = INPUTS[cell.action];
    if (!input) throw new Error(`no server action plays “${cell.action}”`);
    return input(story, scene);
  }
  return cell.state === "embargoed"
    ? ["liftEmbargo", { storyId: story.storyId }]
    : ["setEmbargo", { storyId: story.storyId, until: FAR_OFF, from: "the ministry", people: [] }];
}

/** "allow" or "deny", as the newsroom answers over HTTP, and everything that it said. */
async function play(attempt: Try): Promise<{ answer: string; said: string }> {
  const { cast, url, cell, story } = attempt;
  const { cookie } = cast[cell.role];
  const page = `${url}/desk/stories/${story.storyId}`;
  // Whoever is suspended may still buy the paper; the table says what the newsroom shows them.
  const asReader = cell.role === "suspended" ? [] : [`${url}/en/news/${story.number}`, `${url}/en/news`];
  if (cell.action === "read story body") return read([page, ...asReader.slice(0, 1)], cookie, story);
  if (cell.action === "see it in lists") {
    return read([`${url}/desk?search=${story.canary}`, ...asReader.slice(1)], cookie, story);
  }
  if (cell.action.startsWith("get ")) return { answer: await fetchMedia(attempt), said: "" };
  const [name, input] = await inputOf(attempt);
  const { answered, body } = await knock(name, input, { url, cookie });
  return { answer: answered === "done" ? "allow" : "deny", said: body };
}

/** Whether somebody gets the bytes of a picture, at the reader's address or through the desk's. */
async function fetchMedia({ cast, url, cell, story: { pictureId, mediaName } }: Try): Promise<string> {
  const { cookie } = cast[cell.role];
  const headers: Record<string, string> = cookie ? { cookie: `dateline-session=${cookie}` } : {};
  const isPublic = cell.action === "get a media derivative" && cell.role !== "suspended";
  const addresses =
    cell.action === "get media original"
      ? [`/api/pictures/${pictureId}/original`]
      : [`/api/pictures/${pictureId}/wide/640`, ...(isPublic ? [`/media/${mediaName}`] : [])];
  for (const address of addresses) {
    const { status } = await fetch(`${url}${address}`, { headers });
    if (status === 200) return "allow";
    if (![401, 403, 404].includes(status)) return `HTTP ${status}`;
  }
  return "deny";
}

/** What somebody with this cookie finds at the first address that shows the story, if any does. */
async function read(addresses: string[], cookie: string | undefined, { canary }: Played) {
  let said = "";
  for (const address of addresses) {
    const answer = await fetch(address, { headers: cookie ? { cookie: `dateline-session=${cookie}` } : {} });
    const html = await answer.text();
    if (html.includes(`The story ${canary}`)) return { answer: "allow", said: "" };
    if (answer.status >= 500) return { answer: `HTTP ${answer.status}`, said: html };
    said += html;
  }
  // A search repeats what was asked for; that shows nothing.
  return { answer: "deny", said: said.replaceAll(canary, "") };
}

async function hashOfStory({ db }: Scene, storyId: string): Promise<string> {
  const { rows } = await db.execute<{ hash: string }>(sql`select md5(concat(
    (select s::text from stories s where id = ${storyId}),
    (select string_agg(f::text, '' order by f.id) from stories f where f.source_story_id = ${storyId}),
    (select string_agg(r::text, '' order by r.id) from revisions r where story_id = ${storyId}),
    (select string_agg(p::text, '' order by p.id) from publications p where story_id = ${storyId}),
    (select string_agg(n::text, '' order by n.id) from notices n where story_id = ${storyId}),
    (select string_agg(e::text, '' order by e.id) from events e where story_id = ${storyId}))) as hash`);
  return rows[0]?.hash ?? "";
}

for (const state of STATES) {
  test(`the permission table holds through pages and actions: ${state}`, async ({ scene, baseURL }) => {
    test.setTimeout(120_000);
    const cast = await assemble(scene, state);
    const cells = readCells().filter((cell) => cell.state === state);
    const canary = (which: string) => `canary${state.replaceAll("_", "")}x${which}x`;
    const wrong: string[] = [];
    const tryOut = async (cell: Cell, story: Played) => {
      const { answer, said } = await play({ scene, cast, url: baseURL ?? "", cell, story });
      const shown = answer === "deny" && said.includes(story.canary);
      if (answer !== cell.expected || shown) {
        wrong.push(`${cell.action} | ${cell.role}: ${answer}${shown ? ", and the text was shown" : ""}`);
      }
    };
    const kept = await storyIn(scene, state, canary("kept"), DATA_DIR);
    const before = await hashOfStory(scene, kept.storyId);
    for (const cell of cells.filter(({ expected }) => expected === "deny")) await tryOut(cell, kept);
    expect.soft(await hashOfStory(scene, kept.storyId)).toBe(before);
    for (const [at, cell] of cells.filter(({ expected }) => expected === "allow").entries()) {
      await tryOut(cell, await storyIn(scene, state, canary(String(at)), DATA_DIR));
    }
    expect(wrong).toEqual([]);
  });
}

/** Doors without a session; the one-time link or the password is the permission there. */
const OPEN = ["enter", "recover", "join", "open", "signOut"];

test("no action answers somebody without a session, nor somebody who is suspended", async ({
  scene,
  baseURL,
}) => {
  const { suspended } = await assemble(scene, "actions");
  const wrong: string[] = [];
  for (const name of readActions().keys()) {
    if (OPEN.includes(name.split(" ")[1] ?? "")) continue;
    for (const cookie of [undefined, suspended.cookie, "torn", `${suspended.cookie?.slice(0, -4)}AAAA`]) {
      const { answered } = await knock(name, {}, { url: baseURL ?? "", cookie });
      if (answered !== "signed-out") wrong.push(`${name}: ${answered}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("a staff page sends somebody without a session to the door", async ({ scene, baseURL }) => {
  const { suspended } = await assemble(scene, "pages");
  const staff = readAddresses().filter((address) => /^\/(?:desk|admin|me)(?:\/|$)/.test(address));
  expect(staff.length).toBeGreaterThan(5);
  for (const address of staff) {
    const path = filledIn(address);
    for (const cookie of ["", `dateline-session=${suspended.cookie}`]) {
      const answer = await fetch(`${baseURL}${path}`, { headers: { cookie }, redirect: "manual" });
      expect([307, 302, 303, 404], `${path} answered ${answer.status}`).toContain(answer.status);
      expect(answer.headers.get("location") ?? "/sign-in", path).toContain("/sign-in");
    }
  }
});

test("neither a reporter nor an editor does an admin's work", async ({ scene, baseURL }) => {
  const { rep_desk, ed_desk } = await assemble(scene, "admin's work");
  const actions = [...readActions().keys()].filter((name) => name.startsWith("app/(admin)"));
  expect(actions.toSorted(), "a new action of admins needs a line in this test").toEqual(
    [...Object.keys(ADMIN_ACTS), ...Object.keys(WORD_ACTS)].toSorted(),
  );
  for (const [name, input] of Object.entries({ ...ADMIN_ACTS, ...PAGE_ACTS })) {
    for (const { cookie } of [rep_desk, ed_desk]) {
      const { answered } = await knock(name, input(scene), { url: baseURL ?? "", cookie });
      expect(answered, name).toBe("forbidden");
    }
  }
  const word = await addContributor(scene.as(scene.newsroom.dilan), { label: "A pen name", language: "en" });
  for (const [name, input] of Object.entries(WORD_ACTS)) {
    const { answered } = await knock(name, input(word.id), { url: baseURL ?? "", cookie: rep_desk.cookie });
    expect(answered, name).toBe("forbidden");
  }
  for (const address of readAddresses().filter((each) => each.startsWith("/admin"))) {
    for (const { cookie } of [rep_desk, ed_desk]) {
      const answer = await fetch(`${baseURL}${filledIn(address)}`, {
        headers: { cookie: `dateline-session=${cookie}` },
      });
      expect(await answer.text(), address).not.toContain("hana.salih@zagros.test");
      expect(answer.status, address).toBeLessThan(500);
    }
  }
});
