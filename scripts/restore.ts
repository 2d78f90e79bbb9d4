/** `npm run restore <file>`: a backup into an empty place. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Problem } from "#domain/problem.ts";
import { restore } from "#server/backup/restore.ts";
import { runCommand, withDatabase } from "#server/command.ts";

await runCommand("restore", async (settings) => {
  const given = process.argv[2];
  if (given === undefined)
    throw new Problem("invalid", "Say which backup: npm run restore data/backups/<file>");
  const file = resolve(given);
  if (!existsSync(file)) throw new Problem("missing", `There is no file ${file}.`);
  const { dataDir } = settings;
  const { at, rows, tables, media } = await withDatabase(settings, (url) => restore({ url, dataDir, file }));
  process.stdout.write(
    `Restored the newsroom as it stood at ${at}: ${rows} rows of ${tables} tables and ${media} pictures, ` +
      "each table compared with the backup. Start it with npm start; everybody signs in again.\n",
  );
});
