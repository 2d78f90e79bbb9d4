import type { Language } from "#domain/vocabulary.ts";
import { words } from "../words.tsx";

type Invitation = { language: Language; to: string; outlet: string; inviter: string; link: string };

/** The letter that carries an invitation. Plain text: nothing in a name can become markup. */
export function invitationLetter({ language, to, outlet, inviter, link }: Invitation) {
  const t = words("admin", language);
  return { to, subject: t("letter.subject", { outlet }), text: t("letter.text", { inviter, outlet, link }) };
}
