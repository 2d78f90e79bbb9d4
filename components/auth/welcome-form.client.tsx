"use client";
import { type FormEvent, useState } from "react";
import { useHydrated } from "../desk/use-hydrated.ts";
import { Button } from "../ui/button.client.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Panel } from "../ui/page-header.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { Fold } from "./fold.tsx";
import { NewPassword } from "./new-password.client.tsx";
import { ClockFields, PaperFields } from "./outlet-fields.client.tsx";
import { ProblemBanner } from "./problem-banner.tsx";
import { SectionDrafts } from "./section-drafts.client.tsx";
import { type Act, errorOf, isAbout, useAct } from "./use-act.ts";
import type { WelcomeDraft, WelcomeInput } from "./welcome-draft.ts";

type WelcomeFormProps = {
  token: string;
  proposed: WelcomeDraft;
  zones: readonly string[];
  minLength: number;
  /** Whether DEMO_PASSWORD was given; otherwise the demo's people get the password typed here. */
  demoPassword: "given" | "chosen here";
  open: Act<WelcomeInput, { next: string }>;
};

/** The first run on one page: what only the owner knows stands open, what is proposed lies folded. */
export function WelcomeForm({ token, proposed, zones, minLength, demoPassword, open }: WelcomeFormProps) {
  const t = useWords("auth");
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [draft, setDraft] = useState(proposed);
  const isReady = useHydrated();
  const { settings, sections } = draft;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const text = (name: string) => String(typed.get(name) ?? "");
    const answer = await perform(() =>
      open({
        token,
        admin: { name: text("name"), email: text("email"), password: text("password") },
        settings,
        sections: sections.map(({ slug, labels }) => ({ slug, labels })),
        demo: typed.get("demo") !== null,
      }),
    );
    if (answer) location.assign(answer.next);
  }

  const fields = {
    settings,
    problem,
    onChange: (next: typeof settings) => setDraft({ ...draft, settings: next }),
  };
  const named = sections.map(({ slug, labels }) => labels[settings.defaultLanguage] ?? slug).join(", ");
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-5">
      <Panel title={t("welcome.you")} lead={t("welcome.youLead")}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t("join.name")}
            name="name"
            autoComplete="name"
            maxLength={120}
            required
            dir="auto"
            error={errorOf(problem, "admin.name")}
          />
          <TextField
            label={t("signIn.email")}
            name="email"
            type="email"
            autoComplete="username"
            maxLength={254}
            required
            dir="ltr"
            error={errorOf(problem, "admin.email")}
          />
        </div>
        <div className="mt-4">
          <NewPassword
            label={t("join.password")}
            name="password"
            minLength={minLength}
            error={errorOf(problem, "admin.password")}
          />
        </div>
      </Panel>
      <Panel title={t("welcome.paper")}>
        <PaperFields {...fields} />
      </Panel>
      <Fold
        title={t("welcome.clock")}
        mustOpen={isAbout(problem, "settings.timeZone", "settings.zoneLabels")}
        now={`${settings.timeZone}, ${settings.zoneLabels[settings.defaultLanguage] ?? ""}`}
      >
        <p className="mb-4 text-ink-soft text-sm">{t("welcome.clockLead")}</p>
        <ClockFields {...fields} zones={zones} />
      </Fold>
      <Fold title={t("welcome.sections")} mustOpen={isAbout(problem, "sections")} now={named}>
        <p className="mb-2 text-ink-soft text-sm">{t("welcome.sectionsLead")}</p>
        <SectionDrafts
          sections={sections}
          languages={settings.languages}
          problem={problem}
          onChange={(next) => setDraft({ ...draft, sections: next })}
        />
      </Fold>
      <Panel>
        <Checkbox
          label={t("welcome.demo")}
          description={t("welcome.demoHelp", { password: demoPassword === "given" ? "given" : "chosen" })}
          name="demo"
          value="yes"
        />
      </Panel>
      <ProblemBanner sentence={problem && t("welcome.wrong", { message: problem.message })} />
      <Button type="submit" variant="primary" isPending={isActing} isDisabled={!isReady}>
        {isActing ? t("welcome.opening") : t("welcome.submit")}
      </Button>
    </form>
  );
}
