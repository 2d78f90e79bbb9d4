import { ArrowUpRight } from "lucide-react";
import type { ReactNode } from "react";
import type { Language } from "#domain/vocabulary.ts";
import { words } from "../words.tsx";
import { Link, ReaderLink } from "./link.tsx";
import { type NavItem, NavLinks, Rooms } from "./nav-links.client.tsx";
import { PersonMenu } from "./person-menu.client.tsx";

type AppShellProps = {
  language: Language;
  /** The outlet's name, in the corner. */
  name: string;
  home: string;
  nav: readonly NavItem[];
  /** `face`: the address of their picture. */
  person: { name: string; face: string | null; links: readonly { href: string; label: string }[] };
  signOut: (input: null) => Promise<unknown>;
  /** Two zones: whoever looks reads times in `own`, and the page says which the newsroom's is. */
  zones?: { own: string; newsroom: string } | null;
  children: ReactNode;
};

const PAPER_LINK =
  "inline-flex min-h-11 min-w-11 items-center justify-center gap-1 rounded-field px-2 font-medium text-ink-soft text-sm hover:bg-tint hover:text-ink sm:pointer-fine:min-h-9";

/** The frame of every staff page: one thin bar with the rooms of the newsroom and who is signed in. */
export function AppShell({ language, name, home, nav, person, signOut, zones, children }: AppShellProps) {
  const t = words("kit", language);
  return (
    <Rooms>
      <div className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="sr-only z-50 rounded-field bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:absolute focus:start-2 focus:top-2"
        >
          {t("skipToMain")}
        </a>
        <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-2 border-line border-b bg-page px-3 sm:flex-nowrap sm:gap-x-4 sm:px-5 print:hidden">
          <Link
            href={home}
            className="flex min-h-11 min-w-0 items-center rounded-field font-semibold tracking-tight"
          >
            <bdi className="truncate">{name}</bdi>
          </Link>
          <NavLinks label={t("rooms")} items={nav} />
          <div className="ms-auto flex shrink-0 items-center sm:gap-2">
            <ReaderLink href="/" className={PAPER_LINK}>
              <span className="sr-only lg:not-sr-only">{t("seePaper")}</span>
              <ArrowUpRight size={18} aria-hidden className="shrink-0 rtl:-scale-x-100" />
            </ReaderLink>
            <PersonMenu {...person} signOut={signOut} />
          </div>
        </header>
        <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
          {children}
        </main>
        {zones && (
          <p className="px-4 py-3 text-center text-ink-soft text-sm print:hidden">
            {t("ownZone", { own: zones.own, newsroom: zones.newsroom })}
          </p>
        )}
      </div>
    </Rooms>
  );
}

/** The usual measure of a page that isn't the editor. */
export function PageBody({ children, width = "wide" }: { children: ReactNode; width?: "wide" | "narrow" }) {
  return (
    <div
      className={`mx-auto w-full px-4 py-6 sm:px-6 sm:py-8 ${width === "wide" ? "max-w-6xl" : "max-w-2xl"}`}
    >
      {children}
    </div>
  );
}
