import { and, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { readerGonePages, readerOutlet, readerSitePages } from "#db/reader.ts";
import type { PrintablePicture, Printed, StoredDocument } from "#db/shapes.ts";
import { RENDERER_VERSION } from "../document/render-html.ts";
import type { Language, PageRole } from "../vocabulary.ts";
import { prepareOnce } from "./prepare-once.ts";
import { editionColumns, editionIn } from "./reader-columns.ts";
import type { Edition } from "./reader-records.ts";

/** A page about the outlet as its own address prints it. */
export type SitePage = {
  id: string;
  language: Language;
  slug: string;
  role: PageRole | null;
  printed: Printed;
  bodyHtml: string;
  /** Only when the stored HTML is of another renderer: then it is printed again from the document. */
  document: StoredDocument | null;
  significantAt: Date;
  /** What stands in its text, as far as readers may have it. */
  pictures: Partial<Record<string, PrintablePicture>>;
  /** The same page in its other languages, as far as they are published. */
  siblings: readonly { language: Language; slug: string }[];
};

export type SitePageAnswer = {
  edition: Edition;
  page: SitePage | null;
  /** Set when the page was taken back: its address says so. */
  gone: { at: Date } | null;
};

const siblings = sql<SitePage["siblings"]>`(select coalesce(jsonb_agg(jsonb_build_object(
    'language', f.language, 'slug', f.slug)), '[]')
  from reader.site_pages f where f.family_id = ${readerSitePages.familyId} and f.id <> ${readerSitePages.id})`;

const pictures = sql<SitePage["pictures"]>`(select coalesce(jsonb_object_agg(p.id, p.printable), '{}')
  from reader.picture_uses u join reader.pictures p on p.id = u.picture_id
  where u.story_id = ${readerSitePages.id} and u.place = 'body')`;

const { id, language, slug, role, printed, bodyHtml, significantAt } = readerSitePages;

const sitePage = prepareOnce((db) => {
  const [wanted, word] = ["language", "slug"].map((name) => sql.placeholder(name));
  return db
    .select({
      ...editionColumns,
      page: { id, language, slug, role, printed, bodyHtml, significantAt },
      document: sql<SitePage["document"]>`case when ${readerSitePages.rendererVersion} <> ${RENDERER_VERSION}
        then ${readerSitePages.document} end`,
      siblings,
      pictures,
      goneAt: readerGonePages.withdrawnAt,
    })
    .from(readerOutlet)
    .leftJoin(readerSitePages, and(sql`${language} = ${wanted}`, sql`${slug} = ${word}`))
    .leftJoin(
      readerGonePages,
      and(sql`${readerGonePages.language} = ${wanted}`, sql`${readerGonePages.slug} = ${word}`),
    )
    .prepare("reader_site_page");
});

/** What stands at `/{lang}/{slug}` where no section does. Null: no outlet has been set up yet. */
export async function findSitePage(
  db: Database,
  wanted: { language: string; slug: string },
): Promise<SitePageAnswer | null> {
  const [row] = await sitePage(db).execute(wanted);
  if (!row) return null;
  const { document, goneAt } = row;
  return {
    edition: editionIn(row),
    page: row.page && { ...row.page, document, siblings: row.siblings, pictures: row.pictures },
    gone: goneAt && { at: goneAt },
  };
}
