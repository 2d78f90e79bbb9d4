import type { Metadata } from "next";
import { HealthList } from "#components/admin/health-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { words } from "#components/words.tsx";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { settings } from "#server/env.ts";
import { readHealth } from "#server/health.ts";
import { requireRight } from "#server/session.ts";

export function generateMetadata(): Metadata {
  return { title: words("admin")("health.title") };
}

export default async function HealthPage() {
  const ctx = await requireRight("outlet.manage", "/admin/health");
  const [health, outlet] = await Promise.all([readHealth(settings()), getOutlet(ctx)]);
  const { roles, database, lastGoodBackupAt } = health;
  return (
    <>
      <PageHeader title={words("admin")("health.title")} />
      <HealthList
        parts={[...roles, { name: "database", ...database }]}
        lastGoodBackupAt={lastGoodBackupAt === null ? null : new Date(lastGoodBackupAt)}
        now={ctx.now}
        timeZone={outlet.settings.timeZone}
      />
    </>
  );
}
