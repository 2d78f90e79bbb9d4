"use client";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { MenuItem, OutletSettings } from "#db/shapes.ts";
import type { Language } from "#domain/vocabulary.ts";
import { Button } from "../../ui/button.client.tsx";
import { ComboBox } from "../../ui/combo-box.client.tsx";
import { Dialog, DialogActions } from "../../ui/dialog.client.tsx";
import { Select } from "../../ui/select.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";
import type { MenuChoices } from "./draft.ts";
import { ItemFields } from "./item-fields.client.tsx";
import { nameOf } from "./item-name.ts";

type AddItemProps = { choices: MenuChoices; settings: OutletSettings; onAdd: (item: MenuItem) => void };
const KINDS = ["section", "page", "topic", "link"] as const;
type Kind = (typeof KINDS)[number];

/** A new line for a menu: a section, a page, a topic, or an address. */
export function AddItem(props: AddItemProps) {
  const t = useWords("outlet");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Plus size={18} aria-hidden />
        {t("menus.add")}
      </Button>
      {isOpen && <AddDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function AddDialog({ choices, settings, onAdd, onClose }: AddItemProps & { onClose: () => void }) {
  const t = useWords("outlet");
  const offered = offeredIn(choices);
  const kinds = KINDS.filter((kind) => kind === "link" || offered[kind].length > 0);
  const [kind, setKind] = useState<Kind>(kinds[0] ?? "link");
  const [at, setAt] = useState(kind === "topic" ? "" : "0");
  const [link, setLink] = useState<MenuItem>({ kind: "link", href: "", labels: {} });
  const list = kind === "link" ? [] : offered[kind];
  const item = kind === "link" ? link : at === "" ? undefined : list[Number(at)];
  const isWhole =
    item !== undefined && (item.kind !== "link" || (item.href !== "" && Object.keys(item.labels).length > 0));
  return (
    <Dialog title={t("menus.add")} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <Select
          label={t("menus.kind")}
          choices={kinds.map((value) => ({ value, label: t(`menus.kinds.${value}`) }))}
          value={kind}
          onChange={(next) => {
            setKind(next);
            // Of many topics none is meant before one is found.
            setAt(next === "topic" ? "" : "0");
          }}
        />
        {kind === "link" ? (
          <ItemFields {...{ choices, settings }} item={link} onChange={setLink} errorOf={() => null} />
        ) : kind === "topic" ? (
          <TopicChoice
            {...{ list, choices }}
            language={settings.defaultLanguage}
            at={at}
            onChange={(place) => setAt(String(place))}
          />
        ) : (
          <Select
            label={t(`menus.kinds.${kind}`)}
            choices={list.map((each, place) => ({
              value: String(place),
              label: nameOf(each, choices, settings.defaultLanguage) || t("menus.unnamed"),
            }))}
            value={at}
            onChange={setAt}
          />
        )}
      </div>
      <DialogActions>
        <Button
          variant="primary"
          isDisabled={!isWhole}
          onPress={() => {
            if (item) onAdd(item);
            onClose();
          }}
        >
          {t("menus.addSubmit")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

type TopicChoiceProps = {
  list: readonly MenuItem[];
  choices: MenuChoices;
  language: Language;
  at: string;
  onChange: (place: number) => void;
};

/** There may be thousands: one is found by typing any part of its name. */
function TopicChoice({ list, choices, language, at, onChange }: TopicChoiceProps) {
  const t = useWords("outlet");
  const titleOf = (item: MenuItem) => nameOf(item, choices, language) || t("menus.unnamed");
  const chosen = at === "" ? undefined : list[Number(at)];
  return (
    <div>
      <ComboBox
        label={t("menus.kinds.topic")}
        placeholder={t("menus.findTopic")}
        items={list.map((item, place) => ({ id: String(place), label: titleOf(item) }))}
        onPick={(id) => onChange(Number(id))}
      />
      <StatusLine>{chosen && t("menus.chosen", { name: titleOf(chosen) })}</StatusLine>
    </div>
  );
}

function offeredIn({ sections, pages, topics }: MenuChoices): Record<Exclude<Kind, "link">, MenuItem[]> {
  return {
    section: sections.map(({ slug }) => ({ kind: "section", slug, labels: {} })),
    page: pages.map(({ familyId }) => ({ kind: "page", familyId, labels: {} })),
    topic: topics.map(({ topicId }) => ({ kind: "topic", topicId, labels: {} })),
  };
}
