"use client";
import type { OutletSettings } from "#db/shapes.ts";
import { LINK_CHANNELS, type LinkChannel } from "#domain/vocabulary.ts";
import { type ActProblem, errorOf } from "../auth/use-act.ts";
import { Checkbox, Switch } from "../ui/checkbox.tsx";
import { Panel } from "../ui/page-header.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";

type SharingFieldsProps = {
  settings: OutletSettings;
  onChange: (settings: OutletSettings) => void;
  problem: ActProblem | null;
};

/** What a newspaper begins with when it shows how often its stories are shared. */
const FIRST_THRESHOLD = 50;

/** Which ways of sharing stand under a story, and whether readers see how often they were used. */
export function SharingFields({ settings, onChange, problem }: SharingFieldsProps) {
  const t = useWords("admin");
  const { shareChannels = [...LINK_CHANNELS] } = settings;
  const { shown, threshold } = settings.shareCounts ?? { shown: false, threshold: FIRST_THRESHOLD };
  const offer = (channel: LinkChannel, isOffered: boolean) =>
    onChange({
      ...settings,
      shareChannels: LINK_CHANNELS.filter((each) =>
        each === channel ? isOffered : shareChannels.includes(each),
      ),
    });
  const count = (change: Partial<NonNullable<OutletSettings["shareCounts"]>>) =>
    onChange({ ...settings, shareCounts: { shown, threshold, ...change } });
  return (
    <Panel title={t("sharing.title")} lead={t("sharing.lead")}>
      <fieldset>
        <legend className="font-medium text-sm">{t("sharing.channels")}</legend>
        <div className="flex flex-wrap gap-x-6">
          {LINK_CHANNELS.map((channel) => (
            <Checkbox
              key={channel}
              label={t(`sharing.channel.${channel}`)}
              isChecked={shareChannels.includes(channel)}
              onChange={(isOffered) => offer(channel, isOffered)}
            />
          ))}
        </div>
      </fieldset>
      <div className="mt-4 flex flex-col gap-3">
        <Switch
          label={t("sharing.showCounts")}
          description={t("sharing.showCountsHelp")}
          isChecked={shown}
          onChange={(isShown) => count({ shown: isShown })}
        />
        {shown && (
          <TextField
            label={t("sharing.threshold")}
            description={t("sharing.thresholdHelp")}
            type="number"
            inputMode="numeric"
            min={1}
            value={Number.isNaN(threshold) ? "" : String(threshold)}
            onChange={(text) => count({ threshold: Number.parseInt(text, 10) })}
            fieldClassName="flex min-w-0 flex-col gap-1.5 sm:max-w-60"
            error={errorOf(problem, "settings.shareCounts.threshold")}
          />
        )}
      </div>
    </Panel>
  );
}
