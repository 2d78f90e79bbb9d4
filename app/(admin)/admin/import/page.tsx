import type { Metadata } from "next";
import { BringArchive } from "#components/admin/moving/bring-archive.client.tsx";
import { ImportList } from "#components/admin/moving/import-list.client.tsx";
import { Steps } from "#components/admin/moving/steps.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { PageHeader, Panel } from "#components/ui/page-header.tsx";
import { Words, words } from "#components/words.tsx";
import { listImports } from "#domain/imports/runs.ts";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { interfaceLanguage, requireRight } from "#server/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("moving", await interfaceLanguage())("title") };
}

export default async function ImportPage() {
  const ctx = await requireRight("outlet.manage", "/admin/import");
  const [runs, { settings }, language] = await Promise.all([
    listImports(ctx, 20),
    getOutlet(ctx),
    interfaceLanguage(),
  ]);
  const t = words("moving", language);
  const rows = runs.map(({ id, source, fileName, mode, state, createdAt }) => ({
    ...{ id, source, fileName, mode, state, createdAt },
  }));
  return (
    <Words namespaces={["moving"]} language={language}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={<ButtonLink href="/admin/redirects">{t("redirects.title")}</ButtonLink>}
      />
      <Steps label={t("steps.label")} names={[t("steps.bring"), t("steps.look"), t("steps.move")]} at={0} />
      <div className="flex flex-col gap-5">
        <Panel title={t("bring.title")} lead={t("bring.lead")}>
          <BringArchive />
        </Panel>
        {rows.length > 0 && (
          <Panel title={t("list.title")}>
            <ImportList rows={rows} timeZone={settings.timeZone} />
          </Panel>
        )}
      </div>
    </Words>
  );
}
