import type { Metadata } from "next";
import { NewPage } from "#components/desk/pages/new-page.client.tsx";
import { PageList } from "#components/desk/pages/page-list.tsx";
import { StartPages } from "#components/desk/pages/start-pages.client.tsx";
import { PageBody } from "#components/ui/app-shell.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { words } from "#components/words.tsx";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { languagesFirst } from "#domain/outlet/languages-first.ts";
import { listPages } from "#domain/pages/list-pages.ts";
import { STARTED_ROLES } from "#domain/pages/starting-texts.ts";
import { may } from "#domain/permissions.ts";
import { interfaceLanguage, requireRight } from "#server/session.ts";
import { createPage, startPages } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("pages", await interfaceLanguage())("title") };
}

export default async function PagesPage() {
  const ctx = await requireRight("story.write.any", "/desk/pages");
  const language = await interfaceLanguage();
  const [{ settings }, pages] = await Promise.all([getOutlet(ctx), listPages(ctx)]);
  const t = words("pages", language);
  const languages = languagesFirst(settings);
  const mayAdd = may(ctx.actor, "page.create");
  const roles = pages.map(({ role }) => role);
  const lacks = STARTED_ROLES.some((role) => !roles.includes(role));
  return (
    <PageBody>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={mayAdd && <NewPage languages={languages} taken={roles} create={createPage} />}
      />
      <div className="flex flex-col gap-5">
        {mayAdd && <StartPages isOffered={lacks} start={startPages} />}
        {pages.length === 0 ? (
          <p className="py-10 text-center text-ink-soft">{t("empty")}</p>
        ) : (
          <PageList {...{ language, pages, languages }} timeZone={settings.timeZone} now={ctx.now} />
        )}
      </div>
    </PageBody>
  );
}
