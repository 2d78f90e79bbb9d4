import type { Metadata } from "next";
import { RedirectFile } from "#components/admin/moving/redirect-file.client.tsx";
import { RedirectList } from "#components/admin/moving/redirect-list.client.tsx";
import { RedirectSearch } from "#components/admin/moving/redirect-search.client.tsx";
import { PageHeader, Panel } from "#components/ui/page-header.tsx";
import { Words, words } from "#components/words.tsx";
import { listRedirects } from "#domain/redirects/list.ts";
import { interfaceLanguage, requireRight } from "#server/session.ts";
import { remove } from "./actions.ts";

type RedirectsPageProps = { searchParams: Promise<{ search?: string | string[]; page?: string | string[] }> };

const PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("moving", await interfaceLanguage())("redirects.title") };
}

export default async function RedirectsPage({ searchParams }: RedirectsPageProps) {
  const asked = await searchParams;
  const search = String(asked.search ?? "").slice(0, 300);
  const page = Math.max(1, Math.trunc(Number(asked.page)) || 1);
  const ctx = await requireRight("outlet.manage", "/admin/redirects");
  const [{ rows, total }, language] = await Promise.all([
    listRedirects(ctx, { search, page: Math.min(page, 100_000), limit: PAGE }),
    interfaceLanguage(),
  ]);
  const t = words("moving", language);
  return (
    <Words namespaces={["moving"]} language={language}>
      <PageHeader title={t("redirects.title")} lead={t("redirects.lead")} />
      <div className="flex flex-col gap-5">
        <Panel title={t("redirects.file")} lead={t("redirects.fileLead")}>
          <RedirectFile />
        </Panel>
        <Panel title={t("redirects.all")}>
          <RedirectSearch search={search} />
          <RedirectList {...{ rows, total, search, page, limit: PAGE, remove }} />
        </Panel>
      </div>
    </Words>
  );
}
