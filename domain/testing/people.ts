import { sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Schema } from "#db/client.ts";
import { desks, grants, outlet, people, roles, sections } from "#db/schema.ts";
import type { Person } from "../context.ts";
import { SEEDED_ROLES, type SeededRole } from "../vocabulary.ts";

/** The people who recur in our tests: two reporters, an editor, an admin. */
export type Newsroom = {
  deskId: string;
  newsId: string;
  worldId: string;
  rawa: Person;
  shilan: Person;
  dilan: Person;
  hana: Person;
};

/** An outlet as it stands after its first run: one desk, two sections, four people. */
export async function openNewsroom(db: NodePgDatabase<Schema>): Promise<Newsroom> {
  await db.insert(outlet).values({
    settings: {
      name: { en: "Zagros Post", ar: "زاغروس بوست", ckb: "زاگرۆس پۆست" },
      languages: ["en", "ar", "ckb"],
      defaultLanguage: "en",
      timeZone: "Asia/Baghdad",
      zoneLabels: { en: "EBL time", ar: "بتوقيت أربيل", ckb: "بە کاتی هەولێر" },
      description: { en: "News from Sulaimani" },
    },
  });
  const [desk] = await db.insert(desks).values({ name: "News" }).returning();
  const made = await db
    .insert(sections)
    .values([
      { slug: "news", labels: { en: "News", ar: "أخبار", ckb: "هەواڵ" }, position: 1 },
      { slug: "world", labels: { en: "World", ar: "العالم", ckb: "جیهان" }, position: 2 },
    ])
    .returning();
  await db
    .insert(roles)
    .values(Object.entries(SEEDED_ROLES).map(([id, permissions]) => ({ id, permissions: [...permissions] })))
    .onConflictDoNothing();
  const [news, world] = made;
  if (!desk || !news || !world) throw new Error("the newsroom did not open");
  return {
    deskId: desk.id,
    newsId: news.id,
    worldId: world.id,
    rawa: await hire(db, "Rawa Aziz", "reporter"),
    shilan: await hire(db, "Shilan Omar", "reporter"),
    dilan: await hire(db, "Dilan Karim", "editor"),
    hana: await hire(db, "Hana Salih", "admin"),
  };
}

/** Somebody with an account and a role on every desk. */
export async function hire(db: NodePgDatabase<Schema>, name: string, role: SeededRole): Promise<Person> {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@zagros.test`;
  const [row] = await db.insert(people).values({ name, email }).returning({ id: people.id });
  if (!row) throw new Error(`${name} was not hired`);
  await db.insert(grants).values({ personId: row.id, roleId: role });
  return {
    kind: "person",
    personId: row.id,
    name,
    grants: [{ deskId: null, permissions: [...SEEDED_ROLES[role]] }],
  };
}

/** A hash of every row of every table: what a refused act must leave as it was. */
export async function hashOfEverything(db: NodePgDatabase<Schema>): Promise<string> {
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const parts: string[] = [];
  for (const { name } of tables.rows) {
    const hashed = await db.execute<{ hash: string | null }>(
      sql`select md5(string_agg(t::text, '|' order by t::text)) as hash from ${sql.identifier(name)} t`,
    );
    parts.push(`${name}:${hashed.rows[0]?.hash ?? ""}`);
  }
  return parts.join("\n");
}
