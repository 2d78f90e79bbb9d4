import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Door } from "#components/auth/door.tsx";
import { ForgetCopies } from "#components/auth/forget-copies.client.tsx";
import { SignInForm } from "#components/auth/sign-in-form.client.tsx";
import { words } from "#components/words.tsx";
import { findOutlet } from "#domain/outlet/find-outlet.ts";
import { outletNameIn } from "#domain/outlet/outlet-name.ts";
import { safeNext } from "#server/next-address.ts";
import { deskDatabase } from "#server/pools.ts";
import { currentSession, interfaceLanguage } from "#server/session.ts";
import { enter } from "./actions.ts";

type Asked = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("auth", await interfaceLanguage())("signIn.title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const next = safeNext((await searchParams).next);
  const [session, outlet, language] = await Promise.all([
    currentSession(),
    findOutlet({ db: deskDatabase() }),
    interfaceLanguage(),
  ]);
  if (session) redirect(next);
  // Nobody has an account yet: there is another door for the first one.
  if (!outlet) redirect("/welcome");
  const t = words("auth", language);
  return (
    <Door language={language} title={t("signIn.title")} outlet={outletNameIn(outlet.settings, language)}>
      <ForgetCopies />
      <SignInForm next={next} enter={enter} />
      <p className="mt-6 text-ink-soft text-sm">{t("signIn.lost")}</p>
    </Door>
  );
}
