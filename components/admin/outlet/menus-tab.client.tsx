"use client";
import { LANGUAGE_CODES, LANGUAGES } from "#domain/vocabulary.ts";
import { errorOf } from "../../auth/use-act.ts";
import { Button } from "../../ui/button.client.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";
import { AddItem } from "./add-item.client.tsx";
import { type MenuChoices, type Place, type TabProps, withMenu } from "./draft.ts";
import { MenuList } from "./menu-list.client.tsx";

type MenusTabProps = TabProps & { choices: MenuChoices };

/** The menus of head and foot, and the last lines of every page. */
export function MenusTab(props: MenusTabProps) {
  const { settings, onChange, problem } = props;
  const t = useWords("outlet");
  return (
    <div className="flex flex-col gap-5">
      <MenuPanel {...props} place="header" />
      <MenuPanel {...props} place="footer" />
      <Panel title={t("footerText.title")} lead={t("footerText.lead")}>
        <div className="grid gap-4">
          {LANGUAGE_CODES.filter((code) => settings.languages.includes(code)).map((code) => (
            <TextArea
              key={code}
              label={t("footerText.in", { language: LANGUAGES[code].name })}
              value={settings.footerText?.[code] ?? ""}
              onChange={(text) =>
                onChange({ ...settings, footerText: { ...settings.footerText, [code]: text } })
              }
              lang={code}
              dir={LANGUAGES[code].direction}
              maxLength={600}
              rows={2}
              error={errorOf(problem, `settings.footerText.${code}`)}
            />
          ))}
        </div>
      </Panel>
    </div>
  );
}

function MenuPanel({ settings, onChange, problem, choices, place }: MenusTabProps & { place: Place }) {
  const t = useWords("outlet");
  const items = settings.menus?.[place] ?? null;
  const change = (next: typeof items) => onChange(withMenu(settings, place, next));
  if (items === null) {
    return (
      <Panel title={t(`menus.${place}`)} lead={t(`menus.${place}Plain`)}>
        <Button onPress={() => change(place === "header" ? sectionsAsItems(choices) : [])}>
          {t("menus.own")}
        </Button>
      </Panel>
    );
  }
  return (
    <Panel title={t(`menus.${place}`)} lead={t("menus.lead")}>
      <MenuList
        name={t(`menus.${place}`)}
        items={items}
        choices={choices}
        settings={settings}
        onChange={change}
        errorAt={(at, field) => errorOf(problem, `settings.menus.${place}.${at}.${field}`)}
      />
      <div className="mt-3 flex flex-wrap gap-2">
        <AddItem choices={choices} settings={settings} onAdd={(item) => change([...items, item])} />
        <Button onPress={() => change(null)}>{t("menus.plain")}</Button>
      </div>
    </Panel>
  );
}

/** An own menu begins as what stands there already. */
function sectionsAsItems({ sections }: MenuChoices) {
  return sections.map(({ slug }) => ({ kind: "section" as const, slug, labels: {} }));
}
