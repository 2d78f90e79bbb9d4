import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Door } from "#components/auth/door.tsx";
import { SignInForm } from "#components/auth/sign-in-form.client.tsx";
import { INTERFACE_LANGUAGE } from "#components/messages.ts";
import { words } from "#components/words.tsx";
import { findOutlet } from "#domain/outlet/find-outlet.ts";
import { outletNameIn } from "#domain/outlet/outlet-name.ts";
import { safeNext } from "#server/next-address.ts";
import { deskDatabase } from "#server/pools.ts";
import { currentSession } from "#server/session.ts";
import { enter } from "./actions.ts";

type Asked = Record<string, string | string[] | undefined>;

export function generateMetadata(): Metadata {
  return { title: words("auth")("signIn.title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const next = safeNext((await searchParams).next);
  const [session, outlet] = await Promise.all([currentSession(), findOutlet({ db: deskDatabase() })]);
  if (session) redirect(next);
  const t = words("auth");
  return (
    <Door title={t("signIn.title")} outlet={outlet && outletNameIn(outlet.settings, INTERFACE_LANGUAGE)}>
      <SignInForm next={next} enter={enter} />
      <p className="mt-6 text-ink-soft text-sm">{t("signIn.lost")}</p>
    </Door>
  );
}
