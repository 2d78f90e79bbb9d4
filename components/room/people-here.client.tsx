"use client";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { cx } from "../ui/cx.ts";
import { Tip } from "../ui/tip.client.tsx";
import { useWords } from "../words.client.tsx";
import { type PersonHere, peopleHere } from "./people-here.ts";
import { placeOf, showPlaces } from "./places.ts";
import type { Room } from "./room.ts";

/** Who has this story open now. A press follows that person's caret; scrolling or typing leaves it. */
export function PeopleHere({ room }: { room: Room }) {
  const t = useWords("room");
  const people = usePeople(room);
  const { followed, follow } = useFollowing(people);
  return (
    <ul aria-label={t("peopleHere")} className="flex shrink-0 items-center -space-x-1.5 rtl:space-x-reverse">
      {people.map((person) => (
        <li key={person.personId} className="flex">
          <Person
            person={person}
            isYou={person.personId === room.you.personId}
            isFollowed={person.personId === followed}
            onFollow={() => follow(person.personId)}
          />
        </li>
      ))}
    </ul>
  );
}

type PersonProps = { person: PersonHere; isYou: boolean; isFollowed: boolean; onFollow: () => void };

function Person({ person, isYou, isFollowed, onFollow }: PersonProps) {
  const t = useWords("room");
  const { name, initials, colour } = person;
  const round =
    "inline-flex size-7 items-center justify-center rounded-full border-2 border-page font-semibold text-[0.6875rem]";
  if (isYou) {
    return (
      <span
        className="inline-flex size-9 items-center justify-center max-sm:hidden"
        title={t("you", { name })}
      >
        <span aria-hidden className={round} style={{ background: colour, color: "white" }}>
          {initials}
        </span>
        <span className="sr-only">{t("you", { name })}</span>
      </span>
    );
  }
  return (
    <Tip text={t("follow", { name })}>
      <AriaButton
        aria-pressed={isFollowed}
        onPress={onFollow}
        className="inline-flex size-9 cursor-pointer items-center justify-center rounded-full max-sm:-mx-1 max-sm:h-11"
      >
        <span
          aria-hidden
          className={cx(round, isFollowed && "outline-2 outline-accent")}
          style={{ background: colour, color: "white" }}
        >
          {initials}
        </span>
        <span className="sr-only">{name}</span>
      </AriaButton>
    </Tip>
  );
}

function usePeople(room: Room): PersonHere[] {
  const known = useRef<{ key: string; people: PersonHere[] }>({ key: "", people: [] });
  const { awareness, you } = room;
  const read = useCallback(() => {
    const people = peopleHere(awareness, you.personId);
    const key = JSON.stringify(people);
    if (known.current.key !== key) known.current = { key, people };
    return known.current.people;
  }, [awareness, you]);
  const listen = useCallback(
    (told: () => void) => {
      awareness.on("change", told);
      return () => awareness.off("change", told);
    },
    [awareness],
  );
  const people = useSyncExternalStore(listen, read, read);
  useEffect(() => showPlaces(people, you.personId), [people, you]);
  return people;
}

const LEAVES = ["wheel", "touchmove", "keydown", "pointerdown"] as const;

function useFollowing(people: readonly PersonHere[]) {
  const [followed, setFollowed] = useState<string | null>(null);
  const person = people.find(({ personId }) => personId === followed) ?? null;
  useEffect(() => {
    if (!person) return;
    const look = () => placeOf(person)?.scrollIntoView({ block: "center", behavior: "smooth" });
    const leave = () => setFollowed(null);
    look();
    // The caret moves more often than the list of people changes.
    const body = document.querySelector(".story-body");
    const moved = new MutationObserver(look);
    if (body) moved.observe(body, { childList: true, subtree: true, attributeFilter: ["data-moved"] });
    for (const name of LEAVES) window.addEventListener(name, leave, { passive: true });
    return () => {
      moved.disconnect();
      for (const name of LEAVES) window.removeEventListener(name, leave);
    };
  }, [person]);
  const follow = (personId: string) => setFollowed((now) => (now === personId ? null : personId));
  return { followed: person?.personId ?? null, follow };
}
