import { newsOrganisation } from "#domain/brand/news-organisation.ts";
import { DataBlock } from "./raw.tsx";
import type { Sheet } from "./sheet.ts";

/** The outlet's own record for machines, on the front of each language. */
export function OutletRecord({ sheet: { edition, language, origin, mediaUrl } }: { sheet: Sheet }) {
  const organisation = newsOrganisation(edition, { language, origin, mediaUrl });
  return <DataBlock value={{ "@context": "https://schema.org", ...organisation }} />;
}
