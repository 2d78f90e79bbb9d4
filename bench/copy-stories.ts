/**
 * A newsroom with a past: stories by COPY, most of them live, each with a revision and, where it
 * is live, a publication. In one transaction: a story and its revision point at each other.
 */

import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

const WORDS =
  "council road snow market border school water bridge harvest court doctors students traffic prices".split(
    " ",
  );
const SENTENCE = "The council met for four hours on Monday and parted without a date for the next round.";

type Given = { desk: string; person: string; sections: { id: string; slug: string }[] };

export async function copyStories(databaseUrl: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    const given = await read(client);
    const ids = await newIds(client, count * 4);
    const stories = Array.from({ length: count }, (_, at) =>
      storyAt(at, given, ids.slice(at * 4, at * 4 + 4)),
    );
    await copy(
      client,
      "families (id)",
      stories.map(({ family }) => [family]),
    );
    await copy(
      client,
      STORY,
      stories.map(({ story }) => story),
    );
    await copy(
      client,
      REVISION,
      stories.map(({ revision }) => revision),
    );
    await copy(
      client,
      PUBLICATION,
      stories.flatMap(({ publication }) => (publication ? [publication] : [])),
    );
    await client.query("commit");
    await client.query("vacuum analyze stories, revisions, publications");
  } finally {
    await client.end();
  }
}

async function read(client: pg.Client): Promise<Given> {
  const { rows } = await client.query(
    "select (select id from desks limit 1) as desk, (select id from people order by name limit 1) as person",
  );
  const sections = await client.query("select id, slug from sections order by position");
  return { ...rows[0], sections: sections.rows };
}

async function newIds(client: pg.Client, count: number): Promise<string[]> {
  const { rows } = await client.query("select uuidv7() as id from generate_series(1, $1)", [count]);
  return rows.map(({ id }) => id);
}

const STORY =
  "stories (id, family_id, language, desk_id, created_by, stage, live, live_publication_id, head_revision_id, first_published_at, live_section_id, section_id, slugline, headline, words, updated_at, updated_by, search_text)";
const REVISION = "revisions (id, story_id, seq, fields, document, hash, words, author_id, created_at)";
const PUBLICATION =
  "publications (id, story_id, number, revision_id, kind, language, section_id, fields, document, printed, body_html, renderer_version, first_published_at, published_at, significant_at, published_by, search_text)";

type Value = string | number | null;

function storyAt(
  at: number,
  { desk, person, sections }: Given,
  [family = "", id = "", revision = "", publication = ""]: string[],
) {
  const section = sections[at % sections.length] ?? { id: "", slug: "" };
  const word = (shift: number) => WORDS[(at * 3 + shift * 5) % WORDS.length] ?? "";
  const headline = `The ${word(0)} and the ${word(1)}, part ${at}`;
  const instant = new Date(Date.UTC(2010, 0, 1) + at * 4_000_000).toISOString();
  const isLive = at % 20 !== 0;
  const stage = isLive
    ? at % 50 === 1
      ? "writing"
      : null
    : (["writing", "review", "ready"][at % 3] ?? null);
  const fields = JSON.stringify(fieldsOf(headline, section.id));
  const document = JSON.stringify(documentOf(at));
  const printed = JSON.stringify(printedOf(headline, section.slug));
  const searched = `${headline} ${SENTENCE}`.toLowerCase();
  const live = isLive ? [publication, revision, instant, section.id] : [null, revision, null, null];
  const story: Value[] = [id, family, "en", desk, person, stage, isLive ? "published" : "none", ...live];
  story.push(section.id, `${word(0)}-${at}`, headline, 300, instant, person, searched);
  const html = `<p>${SENTENCE}</p>`.repeat(4);
  const printing: Value[] = [
    publication,
    id,
    1,
    revision,
    "first",
    "en",
    section.id,
    fields,
    document,
    printed,
    html,
    1,
  ];
  return {
    family,
    story,
    revision: [revision, id, 1, fields, document, `hash-${at}`, 300, person, instant] as Value[],
    publication: isLive ? [...printing, instant, instant, instant, person, searched] : null,
  };
}

const fieldsOf = (headline: string, sectionId: string) => ({
  ...{
    slugline: "",
    kicker: "",
    headline,
    standfirst: SENTENCE,
    dateline: { placeId: null, text: "SULAIMANI" },
  },
  ...{ byline: [], sectionId, topicIds: [], sources: [], signOff: null, slug: "", marks: [] },
});

const documentOf = (at: number) => ({
  schemaVersion: 1,
  doc: {
    type: "doc",
    content: Array.from({ length: 4 }, (_, block) => ({
      type: "paragraph",
      attrs: { id: `copied-${at}-block-${block}` },
      content: [{ type: "text", text: SENTENCE }],
    })),
  },
});

const printedOf = (headline: string, slug: string) => ({
  ...{
    kicker: "",
    headline,
    standfirst: SENTENCE,
    dateline: "SULAIMANI",
    byline: [],
    topics: [],
    signOff: "",
  },
  ...{ section: { slug, label: slug }, slug: "copied", marks: [], words: 300 },
});

async function copy(client: pg.Client, target: string, rows: readonly Value[][]): Promise<void> {
  const lines = rows.map((row) => `${row.map(csv).join(",")}\n`);
  await pipeline(Readable.from(lines), client.query(copyFrom(`copy ${target} from stdin with (format csv)`)));
}

/** In CSV an empty field is null, and a quoted one is text. */
function csv(value: Value): string {
  return value === null ? "" : `"${String(value).replaceAll('"', '""')}"`;
}
