import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Deeds } from "#components/admin/deeds.client.tsx";
import { ButtonLink, Link } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Words, words } from "#components/words.tsx";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { getPersonName } from "#domain/users/get-person-name.ts";
import { listDeeds } from "#domain/users/list-deeds.ts";
import { orNotFound } from "#server/or-not-found.ts";
import { interfaceLanguage, requireRight } from "#server/session.ts";

type PersonPageProps = {
  params: Promise<{ personId: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("history", await interfaceLanguage())("list") };
}

/** What one person did, in words. */
export default async function PersonPage({ params, searchParams }: PersonPageProps) {
  const personId = z.uuid().safeParse((await params).personId).data ?? notFound();
  const { before: asked } = await searchParams;
  const before = typeof asked === "string" ? asked : undefined;
  const ctx = await requireRight("audit.read", `/admin/people/${personId}`);
  const [language, { settings }, name, { deeds, next }] = await Promise.all([
    interfaceLanguage(),
    getOutlet(ctx),
    orNotFound(getPersonName(ctx, { personId })),
    listDeeds(ctx, { personId, before }),
  ]);
  const t = words("history", language);
  const here = `/admin/people/${personId}`;
  return (
    <Words namespaces={["history"]} language={language}>
      <p className="pb-2">
        <Link href="/admin/people">{t("back")}</Link>
      </p>
      <PageHeader title={t("title", { name })} lead={t("lead")} />
      <Deeds deeds={deeds} timeZone={settings.timeZone} />
      <nav aria-label={t("pages")} className="flex flex-wrap justify-center gap-2 pt-6">
        {before && <ButtonLink href={here}>{t("newest")}</ButtonLink>}
        {next && <ButtonLink href={`${here}?before=${encodeURIComponent(next)}`}>{t("earlier")}</ButtonLink>}
      </nav>
    </Words>
  );
}
