import type { PageFamily, PageVersion } from "#domain/pages/list-pages.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { Time } from "../../time.client.tsx";
import { Link, ReaderLink } from "../../ui/link.tsx";
import { words } from "../../words.tsx";
import { StateBadges } from "../state-badges.client.tsx";

type PageListProps = {
  language: Language;
  pages: readonly PageFamily[];
  /** The outlet's languages, the one whose titles head the list first. */
  languages: readonly Language[];
  timeZone: string;
  now: Date;
};

/** Every page about the outlet, one card a page, one line a language. */
export function PageList({ language, pages, languages, timeZone, now }: PageListProps) {
  const t = words("pages", language);
  return (
    <ul aria-label={t("title")} className="grid gap-4 lg:grid-cols-2">
      {pages.map((page) => {
        const first = titleOf(page, languages);
        return (
          <li key={page.familyId} className="min-w-0 rounded-2xl border border-line bg-page p-4 sm:p-5">
            <h2 className="font-semibold text-lg leading-snug">
              <bdi>{first || t(`roles.${page.role ?? "none"}`)}</bdi>
            </h2>
            <p className="flex flex-wrap gap-x-2 text-ink-soft text-sm">
              <span>{t(`roles.${page.role ?? "none"}`)}</span>
              <bdi dir="ltr">/{page.pageSlug}</bdi>
            </p>
            <ul className="mt-3 divide-y divide-line border-line border-t">
              {page.versions.map((version) => (
                <Version key={version.storyId} {...{ language, version, timeZone, now }} />
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

function titleOf({ versions }: PageFamily, languages: readonly Language[]): string {
  const inOrder = languages.flatMap((code) => versions.filter((version) => version.language === code));
  return inOrder.find(({ headline }) => headline !== "")?.headline ?? "";
}

type VersionProps = Pick<PageListProps, "language" | "timeZone" | "now"> & { version: PageVersion };

function Version({ language, version, timeZone, now }: VersionProps) {
  const t = words("pages", language);
  const { stage, live } = version;
  return (
    <li className="flex flex-wrap items-center gap-x-3 py-1">
      <Link
        href={`/desk/stories/${version.storyId}`}
        className="inline-flex min-h-11 items-center font-medium text-accent underline underline-offset-2"
      >
        <bdi lang={version.language}>{LANGUAGES[version.language].name}</bdi>
      </Link>
      <StateBadges {...{ stage, live, timeZone }} embargoUntil={null} />
      {version.path !== null && (
        <ReaderLink
          href={version.path}
          className="inline-flex min-h-11 items-center text-sm underline underline-offset-2"
        >
          {t("live")}
        </ReaderLink>
      )}
      <span className="ms-auto text-ink-soft text-sm">
        <Time at={version.updatedAt} timeZone={timeZone} now={now} />
      </span>
    </li>
  );
}
