import type { Metadata } from "next";
import { PageBody } from "#components/ui/app-shell.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Words, words } from "#components/words.tsx";
import { WritingRoom } from "#components/writing/writing-room.client.tsx";
import { listStoryChoices } from "#domain/choices/list.ts";
import { emptyDocument } from "#domain/document/validate.ts";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { may } from "#domain/permissions.ts";
import { listSnippets } from "#domain/writing/snippets.ts";
import { listTemplates } from "#domain/writing/templates.ts";
import { interfaceLanguage, requireRight } from "#server/session.ts";
import { writingActions } from "./writing-actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("writing", await interfaceLanguage())("title") };
}

export default async function WritingPage() {
  const ctx = await requireRight("story.create", "/desk/writing");
  const language = await interfaceLanguage();
  const [{ settings }, snippets, templates, { sections }] = await Promise.all([
    getOutlet(ctx),
    listSnippets(ctx, { limit: 500 }),
    listTemplates(ctx, { labelsIn: language, limit: 200 }),
    listStoryChoices(ctx, { language }),
  ]);
  const t = words("writing", language);
  return (
    <PageBody>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Words namespaces={["auth"]} language={language}>
        <WritingRoom
          {...{ snippets, templates, sections }}
          languages={settings.languages}
          blank={emptyDocument()}
          mayManage={may(ctx.actor, "words.manage")}
          actions={writingActions}
        />
      </Words>
    </PageBody>
  );
}
