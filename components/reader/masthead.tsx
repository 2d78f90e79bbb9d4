import { headerMenu, type MenuLink } from "#domain/brand/menus.ts";
import { readerWords } from "#domain/languages/reader-words.ts";
import { frontPath } from "#domain/site.ts";
import { fullDate } from "#domain/time.ts";
import type { Language } from "#domain/vocabulary.ts";
import { NamePlate } from "./logo.tsx";
import type { Sheet } from "./sheet.ts";
import { Tongues } from "./tongues.tsx";

/** What this page is in the menus: a section's front or a story of it, or a page about the outlet. */
export type Here = { section: string } | { page: string } | null;

type Props = {
  sheet: Sheet;
  /** A front has the day's date over a large name; other pages keep the head small. */
  size: "front" | "page";
  /** The front's own heading is the outlet's name; elsewhere it is a link home. */
  home: "here" | "link";
  here: Here;
  tongues: Partial<Record<Language, string>>;
};

/** The newspaper's head: date, languages, name, menu. */
export function Masthead({ sheet, size, home, here, tongues }: Props) {
  const { language, edition, now } = sheet;
  const { timeZone } = edition.settings;
  const name = (
    <a href={frontPath(language)}>
      <NamePlate sheet={sheet} />
    </a>
  );
  const switcher = <Tongues sheet={sheet} addresses={tongues} />;
  return (
    <header className={size === "front" ? "front" : undefined}>
      {size === "front" ? (
        <>
          <div className="wrap bar">
            <span>{fullDate(now, { timeZone, language })}</span>
            {switcher}
          </div>
          <div className="wrap">
            {home === "here" ? <h1 className="name">{name}</h1> : <p className="name">{name}</p>}
          </div>
        </>
      ) : (
        <div className="wrap bar">
          <p className="name">{name}</p>
          {switcher}
        </div>
      )}
      <Menu links={headerMenu(edition, language)} here={here} language={language} />
    </header>
  );
}

type MenuProps = { links: readonly MenuLink[]; here: Here; language: Language };

function Menu({ links, here, language }: MenuProps) {
  if (links.length === 0) return null;
  return (
    <nav className="secs" aria-label={readerWords(language).sections}>
      <ul className="wrap">
        {links.map((link) => (
          <li key={`${link.href} ${link.label}`}>
            <a href={link.href} aria-current={leadsHere(link, here) ? "page" : undefined}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function leadsHere({ section, page }: MenuLink, here: Here): boolean {
  if (here === null) return false;
  return "section" in here ? section === here.section : page === here.page;
}
