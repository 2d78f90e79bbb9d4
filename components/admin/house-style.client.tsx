"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import type { OutletSettings } from "#db/shapes.ts";
import { LANGUAGES, type Language, STYLED_FIELDS, type StyledField } from "#domain/vocabulary.ts";
import { ProblemBanner } from "../auth/problem-banner.tsx";
import { type Act, errorOf, useAct } from "../auth/use-act.ts";
import { Button } from "../ui/button.client.tsx";
import { Panel } from "../ui/page-header.tsx";
import { Select } from "../ui/select.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";

type Outlet = { version: number; settings: OutletSettings };
type HouseStyleProps = { outlet: Outlet; save: Act<Outlet, { version: number }> };

/** What the newsroom says to its writers beside each field, one language at a time. */
export function HouseStyle({ outlet, save }: HouseStyleProps) {
  const t = useWords("admin");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("style.noAnswer"));
  const { languages, defaultLanguage } = outlet.settings;
  const [language, setLanguage] = useState<Language>(defaultLanguage);
  const [style, setStyle] = useState(outlet.settings.houseStyle ?? {});
  const [version, setVersion] = useState(outlet.version);
  const [isSaved, setSaved] = useState(false);

  function write(field: StyledField, text: string) {
    setSaved(false);
    setStyle({ ...style, [field]: { ...style[field], [language]: text } });
  }
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const done = await perform(() => save({ version, settings: { ...outlet.settings, houseStyle: style } }));
    if (!done) return;
    setVersion(done.version);
    setSaved(true);
    router.refresh();
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      {!problem?.field && <ProblemBanner sentence={problem?.message} />}
      <Panel title={t("style.title")}>
        <div className="flex flex-col gap-5">
          <Select
            label={t("style.language")}
            choices={languages.map((code) => ({ value: code, label: LANGUAGES[code].name }))}
            value={language}
            onChange={setLanguage}
            fieldClassName="flex min-w-0 flex-col gap-1.5 sm:max-w-60"
          />
          {STYLED_FIELDS.map((field) => (
            <TextArea
              key={field}
              label={t(`style.field.${field}`)}
              value={style[field]?.[language] ?? ""}
              rows={2}
              maxLength={600}
              lang={language}
              dir={LANGUAGES[language].direction}
              error={errorOf(problem, `settings.houseStyle.${field}.${language}`)}
              onChange={(text) => write(field, text)}
            />
          ))}
        </div>
      </Panel>
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" isPending={isActing}>
          {t("style.save")}
        </Button>
        <StatusLine tone="good">{isSaved && t("style.saved")}</StatusLine>
      </div>
    </form>
  );
}
