import type { Language } from "#domain/vocabulary.ts";
import { PageBody } from "../ui/app-shell.tsx";
import { ButtonLink } from "../ui/link.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { words } from "../words.tsx";

/** The same for a page that isn't there and one that isn't theirs. */
export function NotForYou({ language }: { language: Language }) {
  const t = words("admin", language);
  return (
    <PageBody width="narrow">
      <PageHeader title={t("forbidden.title")} lead={t("forbidden.lead")} />
      <ButtonLink href="/desk">{t("forbidden.back")}</ButtonLink>
    </PageBody>
  );
}
