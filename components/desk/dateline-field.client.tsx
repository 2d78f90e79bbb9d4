"use client";
import { useRef, useState } from "react";
import type { DatelineField as Dateline } from "#db/shapes.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { useWords } from "../words.client.tsx";
import type { Word } from "./actions.ts";
import { useStory } from "./story-context.ts";

const SHOWN = 6;

/**
 * Where the story was reported from: free text, or one of the outlet's places, which are offered
 * beneath while one types. Text that is exactly a place's name is that place; a place that is
 * missing is added from here.
 */
export function DatelineField() {
  const { desk, choices, fields, change, mayType, addWord } = useStory();
  const t = useWords("desk");
  const [isHere, setHere] = useState(false);
  const [adding, setAdding] = useState<string | null>(null);
  const { language } = desk.story;
  const { direction } = LANGUAGES[language];
  const text = textOf(fields.dateline, choices.places);
  const name = text.trim();
  const isKnown = choices.places.some((place) => isSameName(place.label, name));
  const offers = isKnown ? [] : offersFor(name, choices.places);
  const onScreen = useRef(text);
  onScreen.current = text;

  function write(typed: string) {
    const place = choices.places.find((candidate) => isSameName(candidate.label, typed));
    change({ dateline: place ? { placeId: place.id, text: place.label } : { placeId: null, text: typed } });
  }
  async function addPlace() {
    setAdding(name);
    const place = await addWord("place", name);
    setAdding(null);
    // Whoever typed on meanwhile means another place.
    const isMeant = place && isSameName(place.label, onScreen.current);
    if (isMeant) change({ dateline: { placeId: place.id, text: place.label } });
  }

  return (
    <fieldset
      className="min-w-0"
      dir={direction}
      lang={language}
      onFocus={() => setHere(true)}
      onBlur={(event) => setHere(event.currentTarget.contains(event.relatedTarget))}
    >
      <input
        type="text"
        aria-label={t("dateline")}
        placeholder={t("dateline")}
        value={text}
        readOnly={!mayType}
        autoComplete="off"
        onChange={(event) => write(event.currentTarget.value)}
        className="canvas-line font-medium text-sm tracking-wide"
      />
      {isHere && mayType && !isKnown && (
        <div className="flex flex-wrap gap-1.5 pb-2">
          {offers.map((place) => (
            <Offer key={place.id} onPick={() => write(place.label)}>
              {place.label}
            </Offer>
          ))}
          {name !== "" && adding !== name && (
            <Offer onPick={() => void addPlace()}>{t("addPlace", { name })}</Offer>
          )}
        </div>
      )}
    </fieldset>
  );
}

/** A press that leaves the cursor where it is. */
function Offer({ onPick, children }: { onPick: () => void; children: string }) {
  return (
    <button
      type="button"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      className="min-h-11 cursor-pointer rounded-full border border-line px-3 text-sm hover:bg-tint sm:pointer-fine:min-h-8"
    >
      <bdi>{children}</bdi>
    </button>
  );
}

/** What the field shows: the place's name as it is called today, else the free text. */
function textOf({ placeId, text }: Dateline, places: readonly Word[]): string {
  return places.find((place) => place.id === placeId)?.label ?? text;
}

function offersFor(name: string, places: readonly Word[]): Word[] {
  const start = name.toLowerCase();
  return places.filter((place) => place.label.toLowerCase().includes(start)).slice(0, SHOWN);
}

const isSameName = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
