"use client";
import { useState } from "react";
import type { DatelineField as Dateline } from "#db/shapes.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { useWords } from "../words.client.tsx";
import type { Word } from "./actions.ts";
import { useStory } from "./story-context.ts";

const SHOWN = 6;

/**
 * Where the story was reported from: free text, or one of the outlet's places, which are offered
 * beneath while one types. Text that is exactly a place's name is that place.
 */
export function DatelineField() {
  const { desk, choices, fields, change, mayType } = useStory();
  const t = useWords("desk");
  const [isHere, setHere] = useState(false);
  const { language } = desk.story;
  const { direction } = LANGUAGES[language];
  const text = textOf(fields.dateline, choices.places);
  const offers = offersFor(text, choices.places);

  function write(typed: string) {
    const place = choices.places.find((candidate) => isSameName(candidate.label, typed));
    change({ dateline: place ? { placeId: place.id, text: place.label } : { placeId: null, text: typed } });
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
      {isHere && mayType && offers.length > 0 && (
        <div className="flex flex-wrap gap-1.5 pb-2">
          {offers.map((place) => (
            <button
              key={place.id}
              type="button"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => write(place.label)}
              className="min-h-11 cursor-pointer rounded-full border border-line px-3 text-sm hover:bg-tint sm:pointer-fine:min-h-8"
            >
              {place.label}
            </button>
          ))}
        </div>
      )}
    </fieldset>
  );
}

/** What the field shows: the place's name as it is called today, else the free text. */
function textOf({ placeId, text }: Dateline, places: readonly Word[]): string {
  return places.find((place) => place.id === placeId)?.label ?? text;
}

function offersFor(text: string, places: readonly Word[]): Word[] {
  const start = text.trim().toLowerCase();
  if (places.some((place) => isSameName(place.label, text))) return [];
  return places.filter((place) => place.label.toLowerCase().includes(start)).slice(0, SHOWN);
}

const isSameName = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
