import type { Metadata } from "next";
import { HealthList } from "#components/admin/health-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { words } from "#components/words.tsx";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { settings } from "#server/env.ts";
import { readHealth } from "#server/health.ts";
import { interfaceLanguage, requireRight } from "#server/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("admin", await interfaceLanguage())("health.title") };
}

export default async function HealthPage() {
  const ctx = await requireRight("outlet.manage", "/admin/health");
  const [health, outlet, language] = await Promise.all([
    readHealth(settings()),
    getOutlet(ctx),
    interfaceLanguage(),
  ]);
  const { roles, database, lastGoodBackupAt } = health;
  return (
    <>
      <PageHeader title={words("admin", language)("health.title")} />
      <HealthList
        language={language}
        parts={[...roles, { name: "database", ...database }]}
        lastGoodBackupAt={lastGoodBackupAt === null ? null : new Date(lastGoodBackupAt)}
        now={ctx.now}
        timeZone={outlet.settings.timeZone}
      />
    </>
  );
}
