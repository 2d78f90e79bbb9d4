import type { Metadata } from "next";
import { SectionsRoom } from "#components/admin/sections-room.client.tsx";
import { SettingsForm } from "#components/admin/settings-form.client.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { words } from "#components/words.tsx";
import { TIME_ZONES } from "#domain/outlet/defaults.ts";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { listSections } from "#domain/outlet/list-sections.ts";
import { interfaceLanguage, requireRight } from "#server/session.ts";
import { add, order, rename, retire, save, takeBack } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("admin", await interfaceLanguage())("outlet.title") };
}

export default async function OutletPage() {
  const ctx = await requireRight("outlet.manage", "/admin/outlet");
  const [outlet, sections] = await Promise.all([getOutlet(ctx), listSections(ctx)]);
  const { languages, defaultLanguage } = outlet.settings;
  const t = words("admin", await interfaceLanguage());
  return (
    <>
      <PageHeader title={t("outlet.title")} lead={t("outlet.lead")} />
      <div className="flex flex-col gap-5">
        <SettingsForm outlet={outlet} zones={TIME_ZONES} save={save} />
        <SectionsRoom
          sections={sections}
          languages={languages}
          language={defaultLanguage}
          actions={{ add, rename, order, retire, takeBack }}
        />
      </div>
    </>
  );
}
