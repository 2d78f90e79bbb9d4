import type { Metadata } from "next";
import { SettingsForm } from "#components/admin/settings-form.client.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { words } from "#components/words.tsx";
import { TIME_ZONES } from "#domain/outlet/defaults.ts";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { interfaceLanguage, requireRight } from "#server/session.ts";
import { save } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("admin", await interfaceLanguage())("outlet.title") };
}

export default async function OutletPage() {
  const ctx = await requireRight("outlet.manage", "/admin/outlet");
  const [outlet, language] = await Promise.all([getOutlet(ctx), interfaceLanguage()]);
  const t = words("admin", language);
  return (
    <>
      <PageHeader
        title={t("outlet.title")}
        lead={t("outlet.lead")}
        actions={<ButtonLink href="/admin/sections">{t("rooms.sections")}</ButtonLink>}
      />
      <SettingsForm outlet={outlet} zones={TIME_ZONES} save={save} />
    </>
  );
}
