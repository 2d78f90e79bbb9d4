import { PageBody } from "#components/ui/app-shell.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { words } from "#components/words.tsx";
import { interfaceLanguage } from "#server/session.ts";

/** One sentence for "isn't there" and "isn't yours to see". */
export default async function NothingHere() {
  const t = words("desk", await interfaceLanguage());
  return (
    <PageBody width="narrow">
      <PageHeader title={t("missingTitle")} lead={t("missing")} />
      <ButtonLink href="/desk">{t("backToStories")}</ButtonLink>
    </PageBody>
  );
}
