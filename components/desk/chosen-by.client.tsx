"use client";
import { useSyncExternalStore } from "react";
import type { RoomChoice } from "#domain/rooms/room-document.ts";
import { wallTime } from "#domain/time.ts";
import type { RoomFields } from "../room/room-fields.ts";
import { useZone } from "../time.client.tsx";
import { useWords } from "../words.client.tsx";
import { useStory } from "./story-context.ts";

/** Under a field: which colleague changed it while this screen was open, and when. The last one wins. */
export function ChosenBy({ field }: { field: RoomChoice }) {
  const { shared } = useStory();
  return shared && <Chosen shared={shared} field={field} />;
}

function Chosen({ shared, field }: { shared: RoomFields; field: RoomChoice }) {
  const { choices, timeZone } = useStory();
  const t = useWords("room");
  const zone = useZone(timeZone);
  const read = () => shared.changedBy(field);
  const changed = useSyncExternalStore(shared.subscribe, read, () => null);
  const name = changed && choices.people.find(({ id }) => id === changed.by)?.label;
  if (!changed || !name) return null;
  return (
    <p className="mt-1 text-ink-soft text-xs">{t("chosenBy", { name, time: wallTime(changed.at, zone) })}</p>
  );
}
