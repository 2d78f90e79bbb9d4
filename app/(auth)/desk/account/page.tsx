import type { Metadata } from "next";
import { Door } from "#components/auth/door.tsx";
import { PasswordForm } from "#components/auth/password-form.client.tsx";
import { Link } from "#components/ui/link.tsx";
import { words } from "#components/words.tsx";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { outletNameIn } from "#domain/outlet/outlet-name.ts";
import { MIN_PASSWORD_LENGTH } from "#domain/users/input.ts";
import { deskDatabase } from "#server/pools.ts";
import { interfaceLanguage, requireSession } from "#server/session.ts";
import { changePassword } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("auth", await interfaceLanguage())("account.title") };
}

export default async function AccountPage() {
  const { person, email } = await requireSession("/desk/account");
  const { settings } = await getOutlet({ db: deskDatabase() });
  const language = await interfaceLanguage();
  const t = words("auth", language);
  return (
    <Door
      language={language}
      outlet={outletNameIn(settings, language)}
      title={t("account.title")}
      lead={t("account.lead", { name: person.name, email })}
    >
      <PasswordForm minLength={MIN_PASSWORD_LENGTH} change={changePassword} />
      <p className="mt-4">
        <Link href="/desk">{t("account.back")}</Link>
      </p>
    </Door>
  );
}
