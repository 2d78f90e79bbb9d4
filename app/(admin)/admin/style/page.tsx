import type { Metadata } from "next";
import { HouseStyle } from "#components/admin/house-style.client.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { words } from "#components/words.tsx";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { interfaceLanguage, requireRight } from "#server/session.ts";
import { save } from "../outlet/actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("admin", await interfaceLanguage())("style.title") };
}

export default async function StylePage() {
  const ctx = await requireRight("outlet.manage", "/admin/style");
  const [outlet, language] = await Promise.all([getOutlet(ctx), interfaceLanguage()]);
  const t = words("admin", language);
  return (
    <>
      <PageHeader title={t("style.title")} lead={t("style.lead")} />
      <HouseStyle outlet={outlet} save={save} />
    </>
  );
}
