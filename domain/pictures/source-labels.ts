import type { Database } from "#db/client.ts";
import { agencies } from "#db/schema.ts";
import type { Labels } from "#db/shapes.ts";
import { foldForAnyLanguage } from "../languages/search-query.ts";

/** What the outlet's list calls the agency that a picture's source names, by any of its names. */
export async function sourceLabelsOf(db: Database): Promise<(source: string) => Labels> {
  const rows = await db.select({ labels: agencies.labels }).from(agencies).limit(2000);
  const byName = new Map<string, Labels>();
  for (const { labels } of rows) {
    for (const name of Object.values(labels)) byName.set(foldForAnyLanguage(name), labels);
  }
  return (source) => byName.get(foldForAnyLanguage(source)) ?? {};
}
