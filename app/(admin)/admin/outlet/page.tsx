import type { Metadata } from "next";
import { SettingsForm } from "#components/admin/outlet/settings-form.client.tsx";
import { tabIn } from "#components/admin/outlet/tabs.ts";
import { ButtonLink } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Words, words } from "#components/words.tsx";
import { listMenuChoices } from "#domain/brand/menu-choices.ts";
import { TIME_ZONES } from "#domain/outlet/defaults.ts";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { interfaceLanguage, requireRight } from "#server/session.ts";
import { preview, save } from "./actions.ts";

type OutletPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("admin", await interfaceLanguage())("outlet.title") };
}

export default async function OutletPage({ searchParams }: OutletPageProps) {
  const ctx = await requireRight("outlet.manage", "/admin/outlet");
  const [outlet, choices, language] = await Promise.all([
    getOutlet(ctx),
    listMenuChoices(ctx),
    interfaceLanguage(),
  ]);
  const t = words("admin", language);
  return (
    <Words namespaces={["outlet"]} language={language}>
      <PageHeader
        title={t("outlet.title")}
        lead={t("outlet.lead")}
        actions={
          <>
            <ButtonLink href="/admin/style">{t("style.title")}</ButtonLink>
            <ButtonLink href="/admin/sections">{t("rooms.sections")}</ButtonLink>
            <ButtonLink href="/desk/pages">{words("pages", language)("title")}</ButtonLink>
          </>
        }
      />
      <SettingsForm
        {...{ outlet, choices, save, preview }}
        zones={TIME_ZONES}
        tab={tabIn((await searchParams).tab)}
      />
    </Words>
  );
}
