"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { ProblemBanner } from "../auth/problem-banner.tsx";
import { type Act, errorOf, useAct } from "../auth/use-act.ts";
import { Button } from "../ui/button.client.tsx";
import { Panel } from "../ui/page-header.tsx";
import { Select } from "../ui/select.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";

type Profile<L extends Language> = { name: string; locale: L; timeZone: string | null };
type ProfileFormProps<L extends Language> = {
  profile: { name: string; locale: Language; timeZone: string | null };
  newsroomZone: string;
  zones: readonly string[];
  /** What the newsroom itself speaks. */
  languages: readonly [L, ...L[]];
  save: Act<Profile<L>, unknown>;
};

/** Who one is to colleagues, and how the newsroom speaks to one. */
export function ProfileForm<L extends Language>({
  profile,
  newsroomZone,
  zones,
  languages,
  save,
}: ProfileFormProps<L>) {
  const t = useWords("me");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [name, setName] = useState(profile.name);
  const [locale, setLocale] = useState(languages.find((each) => each === profile.locale) ?? languages[0]);
  const [timeZone, setTimeZone] = useState(profile.timeZone ?? "");
  const [isSaved, setSaved] = useState(false);
  const own = profile.timeZone !== null && !zones.includes(profile.timeZone) ? [profile.timeZone] : [];

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setSaved(false);
    const saved = await perform(() => save({ name, locale, timeZone: timeZone === "" ? null : timeZone }));
    setSaved(saved !== null);
    router.refresh();
  }

  return (
    <Panel title={t("you")}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        {!problem?.field && <ProblemBanner sentence={problem?.message} />}
        <TextField
          label={t("name")}
          description={t("nameHelp")}
          value={name}
          onChange={setName}
          maxLength={120}
          required
          dir="auto"
          autoComplete="name"
          error={errorOf(problem, "name")}
        />
        <Select
          label={t("language")}
          description={t("languageHelp")}
          value={locale}
          onChange={setLocale}
          choices={languages.map((each) => ({ value: each, label: LANGUAGES[each].name }))}
          error={errorOf(problem, "locale")}
        />
        <Select
          label={t("timeZone")}
          description={t("timeZoneHelp", { zone: newsroomZone })}
          value={timeZone}
          onChange={setTimeZone}
          choices={[
            { value: "", label: t("newsroomZone", { zone: newsroomZone }) },
            ...[...own, ...zones].map((zone) => ({ value: zone, label: zone })),
          ]}
          error={errorOf(problem, "timeZone")}
        />
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" variant="primary" isPending={isActing}>
            {t("save")}
          </Button>
          <StatusLine tone="good">{isSaved && t("saved")}</StatusLine>
        </div>
      </form>
    </Panel>
  );
}
