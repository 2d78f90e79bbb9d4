import type { Metadata } from "next";
import { DeadLink } from "#components/auth/dead-link.tsx";
import { Door } from "#components/auth/door.tsx";
import { ResetForm } from "#components/auth/reset-form.client.tsx";
import { words } from "#components/words.tsx";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { outletNameIn } from "#domain/outlet/outlet-name.ts";
import { MIN_PASSWORD_LENGTH } from "#domain/users/input.ts";
import { openLink } from "#server/open-link.ts";
import { deskDatabase } from "#server/pools.ts";
import { interfaceLanguage } from "#server/session.ts";
import { recover } from "./actions.ts";

type Asked = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("auth", await interfaceLanguage())("reset.title"), referrer: "no-referrer" };
}

export default async function ResetPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const language = await interfaceLanguage();
  const t = words("auth", language);
  const { token } = await searchParams;
  if (typeof token !== "string") return <DeadLink language={language} lead={t("link.noTokenReset")} />;
  const link = await openLink(token, ["recovery"]);
  if (!link) return <DeadLink language={language} lead={t("link.lead")} />;
  const email = link.email ?? "";
  const { settings } = await getOutlet({ db: deskDatabase() });
  return (
    <Door
      language={language}
      outlet={outletNameIn(settings, language)}
      title={t("reset.title")}
      lead={t("reset.lead", { email })}
    >
      <ResetForm token={token} email={email} minLength={MIN_PASSWORD_LENGTH} recover={recover} />
    </Door>
  );
}
