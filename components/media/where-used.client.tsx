"use client";
import { useEffect, useState } from "react";
import type { Likeness } from "#domain/pictures/list-likenesses.ts";
import type { PictureUseLine } from "#domain/pictures/list-uses.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { Badge } from "../ui/badge.tsx";
import { Link, ReaderLink } from "../ui/link.tsx";
import { useWords } from "../words.client.tsx";
import { PictureThumb } from "./picture-thumb.client.tsx";
import { usePictureActions } from "./pictures.client.tsx";

type WhereUsedProps = { pictureId: string; edition: number; onOpen: (pictureId: string) => void };

/** Where a picture stands, and which others show the same. */
export function WhereUsed({ pictureId, edition, onOpen }: WhereUsedProps) {
  const { listUses, listLikenesses } = usePictureActions();
  const [uses, setUses] = useState<{ uses: PictureUseLine[]; hidden: number } | null>(null);
  const [alike, setAlike] = useState<Likeness[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another edition of the pixels may look like others
  useEffect(() => {
    let isWanted = true;
    const look = async () => {
      const [used, found] = await Promise.all([listUses({ pictureId }), listLikenesses({ pictureId })]);
      if (isWanted && used.ok) setUses(used.value);
      if (isWanted && found.ok) setAlike(found.value);
    };
    void look();
    return () => {
      isWanted = false;
    };
  }, [listUses, listLikenesses, pictureId, edition]);
  return (
    <>
      {uses && <Uses {...uses} />}
      {alike.length > 0 && <Alike alike={alike} onOpen={onOpen} />}
    </>
  );
}

function Uses({ uses, hidden }: { uses: readonly PictureUseLine[]; hidden: number }) {
  const t = useWords("pictures");
  const lines = joined(uses);
  return (
    <section className="border-line border-t pt-4">
      <h3 className="font-semibold">{t("whereUsed")}</h3>
      {lines.length === 0 && hidden === 0 && <p className="mt-1 text-ink-soft text-sm">{t("nowhere")}</p>}
      <ul className="mt-2 flex flex-col gap-3 text-sm">
        {lines.map(({ line, isLive, isHead }) => (
          <li key={line.id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <UseName line={line} />
            {isLive && <Badge tone="good">{t("standsLive")}</Badge>}
            {isHead && !isLive && <Badge>{t("standsDraft")}</Badge>}
            {isLive && !isHead && line.storyId !== null && <Badge tone="care">{t("standsOnlyLive")}</Badge>}
            <span className="text-ink-soft">{t(`standsAs.${line.place}`)}</span>
            {isLive && line.path && <ReaderLink href={line.path}>{t("seeLive")}</ReaderLink>}
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="mt-2 text-ink-soft text-sm">{t("hiddenUses", { count: hidden })}</p>}
    </section>
  );
}

function UseName({ line }: { line: PictureUseLine }) {
  const t = useWords("pictures");
  if (line.storyId === null || line.language === null) return <bdi>{line.contributor ?? t("outlet")}</bdi>;
  const { name, direction } = LANGUAGES[line.language];
  return (
    <>
      <Link href={`/desk/stories/${line.storyId}`}>
        <bdi lang={line.language} dir={direction}>
          {line.headline || line.slugline || t("untitled")}
        </bdi>
      </Link>
      <bdi className="text-ink-soft">{name}</bdi>
    </>
  );
}

/** One line for a place of a story, whether it stands in the newest text, before readers, or both. */
function joined(uses: readonly PictureUseLine[]) {
  const lines = new Map<string, { line: PictureUseLine; isLive: boolean; isHead: boolean }>();
  for (const line of uses) {
    const key = `${line.storyId} ${line.contributorId} ${line.place}`;
    const known = lines.get(key) ?? { line, isLive: false, isHead: false };
    lines.set(key, {
      ...known,
      isLive: known.isLive || line.stands === "live",
      isHead: known.isHead || line.stands === "head",
    });
  }
  return [...lines.values()];
}

function Alike({ alike, onOpen }: { alike: readonly Likeness[]; onOpen: (pictureId: string) => void }) {
  const t = useWords("pictures");
  return (
    <section className="border-line border-t pt-4">
      <h3 className="font-semibold">{t("alike")}</h3>
      <p className="mt-1 text-ink-soft text-sm">{t("alikeHelp")}</p>
      <ul className="mt-2 grid grid-cols-3 gap-2">
        {alike.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => onOpen(one.id)}
              className="block w-full cursor-pointer overflow-hidden rounded-lg border border-line text-start hover:border-edge"
            >
              <PictureThumb
                picture={{ ...one, state: "ready" }}
                alt={one.description || one.fileName}
                width={160}
                className="aspect-4/3 w-full"
              />
              <span className="flex flex-wrap gap-1 p-1.5 text-xs">
                {one.pulledAt ? <Badge tone="bad">{t("pulled")}</Badge> : t(`rightsOf.${one.rights}`)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
