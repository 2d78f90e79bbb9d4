import { rolePages } from "#domain/brand/menus.ts";
import { readerWords } from "#domain/languages/reader-words.ts";
import { sitePagePath } from "#domain/site.ts";
import type { PageRole } from "#domain/vocabulary.ts";
import type { Sheet } from "./sheet.ts";

/** What a reader of one story may want to know of whoever wrote it. */
const SHOWN: readonly PageRole[] = ["about", "ethics", "corrections-policy", "ownership", "contact"];

/** Under every story: the way to who answers for it. Nothing, while the outlet has no such page. */
export function WhoStandsBehind({ sheet }: { sheet: Sheet }) {
  const { language, edition } = sheet;
  const pages = rolePages(edition, language).filter(({ role }) => role !== null && SHOWN.includes(role));
  if (pages.length === 0) return null;
  return (
    <nav className="behind small" aria-label={readerWords(language).whoStandsBehind}>
      <ul>
        {pages.map(({ slug, title }) => (
          <li key={slug}>
            <a href={sitePagePath(language, slug)}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
