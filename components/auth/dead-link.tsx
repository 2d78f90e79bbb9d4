import type { Language } from "#domain/vocabulary.ts";
import { ButtonLink } from "../ui/link.tsx";
import { words } from "../words.tsx";
import { Door } from "./door.tsx";

/** What stands behind a link that opens nothing, whatever the reason. */
export function DeadLink({ language, lead }: { language: Language; lead: string }) {
  const t = words("auth", language);
  return (
    <Door language={language} title={t("link.title")} lead={lead}>
      <ButtonLink href="/sign-in">{t("link.toSignIn")}</ButtonLink>
    </Door>
  );
}
