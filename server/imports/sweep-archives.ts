/**
 * What the night takes away of archives that moved in: an export names people and their addresses,
 * so it lies here no longer than somebody may want to look at the move again. Parts of uploads that
 * were given up go with them. An archive that was only rehearsed, or whose move was stopped or
 * failed, is still wanted; a file that lies elsewhere on the server was never ours.
 */
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { importsFolder } from "./job.ts";

const KEEP_DAYS = 30;
/** An upload and what became of it: the bytes, what the protocol notes of them, `.archive`, `.zip`. */
const OURS = /^([0-9a-f]{32})(?:\.(?:json|archive|zip))?$/;

/** How often an upload is named, and whether all that named it is over and one of it was the move. */
const NAMED = `
  select named.id, bool_or(i.mode = 'real' and i.state = 'done')
         and bool_and(i.state not in ('waiting', 'running')
           and greatest(i.created_at, i.finished_at) < $2) as "isOver"
    from unnest($1::text[]) named(id)
    join imports i on i.file_key = named.id || '.archive' or i.choices->'beside'->>'place' like '%/' || named.id || '.zip'
   group by named.id`;

export async function sweepArchives(url: string, dataDir: string, now: Date): Promise<{ files: number }> {
  const before = new Date(now.getTime() - KEEP_DAYS * 86_400_000);
  const folder = importsFolder(dataDir);
  const files = await oldFilesIn(folder, before);
  const ids = [...new Set(files.map(({ id }) => id))];
  if (ids.length === 0) return { files: 0 };
  const client = new pg.Client({ connectionString: url, application_name: "dateline-sweep" });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; isOver: boolean }>(NAMED, [ids, before]);
    const wanted = new Set(rows.filter(({ isOver }) => !isOver).map(({ id }) => id));
    const done = files.filter(({ id }) => !wanted.has(id));
    for (const { name } of done) await rm(join(folder, name), { force: true });
    return { files: done.length };
  } finally {
    await client.end();
  }
}

async function oldFilesIn(folder: string, before: Date): Promise<{ id: string; name: string }[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const old: { id: string; name: string }[] = [];
  for (const name of names) {
    const id = OURS.exec(name)?.[1];
    if (id === undefined) continue;
    const found = await stat(join(folder, name)).catch(() => null); // it has just got another name
    if (found !== null && found.mtime < before) old.push({ id, name });
  }
  return old;
}
