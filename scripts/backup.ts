/** `npm run backup`: one more backup now, whether the newsroom runs or not. */
import { backUp } from "#server/backup/back-up.ts";
import { runCommand, withDatabase } from "#server/command.ts";

await runCommand("backup", async (settings) => {
  const { dataDir, backupKeepDays: keepDays } = settings;
  const { file, rows, tables, bytes } = await withDatabase(settings, (url) =>
    backUp({ url, dataDir, keepDays }),
  );
  process.stdout.write(
    `Backed up ${rows} rows of ${tables} tables, read back and compared: ${file} (${bytes} bytes)\n`,
  );
});
