"use client";
import type { PictureEvent } from "#domain/pictures/find.ts";
import { Time } from "../time.client.tsx";
import { useWords } from "../words.client.tsx";

/** Fields that the history names when they changed; what else changed is the picture itself. */
const NAMED = [
  "author",
  "source",
  "credit",
  "description",
  "altText",
  "rights",
  "rightsNote",
  "validUntil",
  "proof",
  "instructions",
  "place",
  "peopleShown",
  "keywords",
  "focal",
  "crops",
  "rotation",
  "blurs",
] as const;

/** Who did what to a picture, the newest first. */
export function PictureHistory({
  history,
  timeZone,
}: {
  history: readonly PictureEvent[];
  timeZone: string;
}) {
  const t = useWords("pictures");
  if (history.length === 0) return null;
  const said = ({ act, after }: PictureEvent) => {
    if (act === "picture.added") return t("history.added");
    if (act === "picture.pulled") return t("history.pulled");
    if (act === "picture.returned") return t("history.returned");
    const changed = NAMED.filter((name) => after && name in after).map((name) => t(`fieldOf.${name}`));
    return t("history.changed", { fields: changed.join(", ") });
  };
  return (
    <section className="border-line border-t pt-4">
      <h3 className="font-semibold">{t("historyTitle")}</h3>
      <ol className="mt-2 flex flex-col gap-2 text-sm">
        {history.map((event) => (
          <li key={event.id}>
            <p>{said(event)}</p>
            <p className="text-ink-soft">
              <bdi>{event.actorName}</bdi>, <Time at={event.happenedAt} timeZone={timeZone} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
