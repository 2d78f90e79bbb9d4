"use client";
import { type FormEvent, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components/Tabs";
import type { OutletSettings } from "#db/shapes.ts";
import { type Act, isAbout, useAct } from "../../auth/use-act.ts";
import { Banner } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.client.tsx";
import { cx } from "../../ui/cx.ts";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";
import { NoticeWordsFields } from "../notice-words.client.tsx";
import { SharingFields } from "../sharing-fields.client.tsx";
import type { MenuChoices } from "./draft.ts";
import { LooksTab } from "./looks-tab.client.tsx";
import { MenusTab } from "./menus-tab.client.tsx";
import { PaperTab } from "./paper-tab.client.tsx";
import { type PreviewAsked, PreviewPane, type PreviewSize } from "./preview-pane.client.tsx";
import { PublisherTab } from "./publisher-tab.client.tsx";
import { TABS, type TabName } from "./tabs.ts";

type Versioned = { version: number; settings: OutletSettings };
type SettingsFormProps = {
  outlet: Versioned;
  zones: readonly string[];
  choices: MenuChoices;
  /** The one that the address names. */
  tab: TabName;
  save: Act<Versioned, { version: number }>;
  preview: Act<PreviewAsked, { html: string }>;
};

/** The outlet's settings. Of two admins at once the second keeps what they typed and may look at the other's. */
export function SettingsForm({ outlet, zones, choices, tab: first, save, preview }: SettingsFormProps) {
  const t = useWords("admin");
  const own = useWords("outlet");
  const { isActing, problem, perform, clearProblem } = useAct(t("noAnswer"));
  const [{ version, settings }, setDraft] = useState(outlet);
  const [isSaved, setIsSaved] = useState(false);
  const [size, setSize] = useState<PreviewSize>("phone");
  const [tab, setTab] = useState<TabName>(first);
  const theirs = problem?.kind === "conflict" ? (problem.details as Versioned | undefined) : undefined;

  function change(next: OutletSettings) {
    setIsSaved(false);
    setDraft({ version, settings: next });
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setIsSaved(false);
    const saved = await perform(() => save({ version, settings }));
    if (!saved) return;
    setDraft({ version: saved.version, settings });
    setIsSaved(true);
  }

  function loadTheirs(other: Versioned) {
    setDraft({ version: other.version, settings: other.settings });
    clearProblem();
  }

  function open(name: TabName) {
    setTab(name);
    history.replaceState(history.state, "", `?tab=${name}`);
  }

  const fields = { settings, onChange: change, problem };
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      <div className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <Tabs selectedKey={tab} onSelectionChange={(key) => open(key as TabName)} className="min-w-0">
          <TabList
            aria-label={own("tabs.label")}
            className="mb-5 flex gap-1 overflow-x-auto border-line border-b"
          >
            {TABS.map((name) => (
              <Tab
                key={name}
                id={name}
                className="-mb-px flex min-h-11 shrink-0 cursor-pointer items-center gap-1.5 border-transparent border-b-2 px-3 font-medium text-ink-soft text-sm hover:text-ink data-selected:border-accent data-selected:text-ink"
              >
                {own(`tabs.${name}`)}
                {isAbout(problem, ...FIELDS_OF[name]) && (
                  <span className="size-2 rounded-full bg-bad" role="img" aria-label={own("tabs.wrong")} />
                )}
              </Tab>
            ))}
          </TabList>
          <TabPanel id="paper" className="outline-none">
            <PaperTab {...fields} zones={zones} />
          </TabPanel>
          <TabPanel id="looks" className="outline-none">
            <LooksTab {...fields} />
          </TabPanel>
          <TabPanel id="menus" className="outline-none">
            <MenusTab {...fields} choices={choices} />
          </TabPanel>
          <TabPanel id="publisher" className="outline-none">
            <PublisherTab {...fields} />
          </TabPanel>
          <TabPanel id="notices" className="outline-none">
            <NoticeWordsFields {...fields} />
          </TabPanel>
          <TabPanel id="sharing" className="outline-none">
            <SharingFields {...fields} />
          </TabPanel>
        </Tabs>
        <div className={cx("min-w-0", size === "wide" ? "-order-1 xl:col-span-full" : "xl:sticky xl:top-4")}>
          <PreviewPane {...{ settings, preview, size }} onSize={setSize} />
        </div>
      </div>
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-4 border-line border-t bg-desk px-4 py-3 sm:-mx-6 sm:px-6">
        <Button type="submit" variant="primary" isPending={isActing}>
          {t("outlet.save")}
        </Button>
        <StatusLine tone="good">{isSaved && t("outlet.saved")}</StatusLine>
        {problem && (
          // Beside the button: what is wrong may stand anywhere on a long form, or on another tab.
          <div className="min-w-0 flex-1 basis-80">
            <Banner
              tone="bad"
              role="alert"
              actions={theirs && <Button onPress={() => loadTheirs(theirs)}>{t("outlet.reload")}</Button>}
            >
              {t("outlet.notSaved", { message: problem.message })}
            </Banner>
          </div>
        )}
      </div>
    </form>
  );
}

/** Which of the settings stand on which tab, by the beginning of their names. */
const FIELDS_OF: Readonly<Record<TabName, readonly string[]>> = {
  paper: [
    "settings.name",
    "settings.languages",
    "settings.defaultLanguage",
    "settings.timeZone",
    "settings.zoneLabels",
    "settings.description",
    "settings.feeds",
  ],
  looks: ["settings.brand"],
  menus: ["settings.menus", "settings.footerText"],
  publisher: ["settings.publisher"],
  notices: ["settings.noticeWords"],
  sharing: ["settings.shareChannels", "settings.shareCounts"],
};
