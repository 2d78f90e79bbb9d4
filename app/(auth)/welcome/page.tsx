import type { Metadata } from "next";
import { DeadLink } from "#components/auth/dead-link.tsx";
import { Door } from "#components/auth/door.tsx";
import { JoinForm } from "#components/auth/join-form.client.tsx";
import { WelcomeForm } from "#components/auth/welcome-form.client.tsx";
import { words } from "#components/words.tsx";
import { PROPOSED_SECTIONS, PROPOSED_SETTINGS, TIME_ZONES } from "#domain/outlet/defaults.ts";
import { findOutlet, getOutlet } from "#domain/outlet/find-outlet.ts";
import { outletNameIn } from "#domain/outlet/outlet-name.ts";
import { MIN_PASSWORD_LENGTH } from "#domain/users/input.ts";
import type { Language } from "#domain/vocabulary.ts";
import { settings } from "#server/env.ts";
import { openLink } from "#server/open-link.ts";
import { deskDatabase } from "#server/pools.ts";
import { interfaceLanguage } from "#server/session.ts";
import { join, open } from "./actions.ts";

type Asked = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("auth", await interfaceLanguage())("welcome.title"), referrer: "no-referrer" };
}

/** Both one-time doors: the first run of an empty newsroom, and an invitation to one that runs. */
export default async function WelcomePage({ searchParams }: { searchParams: Promise<Asked> }) {
  const language = await interfaceLanguage();
  const t = words("auth", language);
  const { token } = await searchParams;
  if (typeof token !== "string") return <NoLink language={language} />;
  const link = await openLink(token, ["welcome", "invitation"]);
  if (!link) return <DeadLink language={language} lead={t("link.lead")} />;
  if (link.kind === "welcome") return <FirstRun language={language} token={token} />;
  const { settings: paper } = await getOutlet({ db: deskDatabase() });
  const outlet = outletNameIn(paper, language);
  return (
    <Door
      language={language}
      title={t("join.title", { outlet })}
      lead={t("join.lead", { role: link.role ?? "reporter" })}
      outlet={outlet}
    >
      <JoinForm
        token={token}
        name={link.name ?? ""}
        email={link.email ?? ""}
        minLength={MIN_PASSWORD_LENGTH}
        join={join}
      />
    </Door>
  );
}

/** Somebody came without a link: before the first run the way to it is all there is to say. */
async function NoLink({ language }: { language: Language }) {
  const t = words("auth", language);
  const isOpen = (await findOutlet({ db: deskDatabase() })) !== null;
  if (isOpen) return <DeadLink language={language} lead={t("link.noToken")} />;
  return (
    <Door language={language} title={t("notOpen.title")} lead={t("notOpen.lead")}>
      <p className="text-ink-soft">{t("notOpen.lost")}</p>
    </Door>
  );
}

function FirstRun({ language, token }: { language: Language; token: string }) {
  const t = words("auth", language);
  const sections = PROPOSED_SECTIONS.map((section) => ({ ...section, key: section.slug }));
  return (
    <Door language={language} title={t("welcome.title")} lead={t("welcome.lead")} width="wide">
      <WelcomeForm
        token={token}
        proposed={{ settings: PROPOSED_SETTINGS, sections }}
        zones={TIME_ZONES}
        minLength={MIN_PASSWORD_LENGTH}
        demoPassword={settings().demoPassword === null ? "chosen here" : "given"}
        open={open}
      />
    </Door>
  );
}
