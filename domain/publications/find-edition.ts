import type { Database } from "#db/client.ts";
import { readerOutlet } from "#db/reader.ts";
import { prepareOnce } from "./prepare-once.ts";
import { editionColumns } from "./reader-columns.ts";
import type { Edition } from "./reader-records.ts";

const edition = prepareOnce((db) => db.select(editionColumns).from(readerOutlet).prepare("reader_edition"));

/** The outlet's name, languages, clock and sections. Null: no outlet has been set up yet. */
export async function findEdition(db: Database): Promise<Edition | null> {
  const [row] = await edition(db).execute();
  return row ?? null;
}
