import { expect, test } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { peopleHere } from "./people-here.ts";

const user = (personId: string, name: string) => ({ personId, name, colour: "#0b5cad", initials: "RA" });

function aRoomWith(states: Record<number, object | null>): Awareness {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(null);
  for (const [client, state] of Object.entries(states)) awareness.states.set(Number(client), state as never);
  awareness.destroy = () => undefined;
  return awareness;
}

test("everybody stands in the list once, whoever looks last, with the place where they write", () => {
  const room = aRoomWith({
    1: { user: user("rawa", "Rawa Aziz"), place: "body" },
    2: { user: user("rawa", "Rawa Aziz"), place: null },
    3: { user: user("shilan", "Shilan Omar"), place: "headline" },
  });
  const here = peopleHere(room, "rawa");
  expect(here.map(({ name, place }) => [name, place])).toEqual([
    ["Shilan Omar", "headline"],
    ["Rawa Aziz", "body"],
  ]);
});

test("a screen that says nothing of itself is nobody", () => {
  expect(peopleHere(aRoomWith({ 1: null, 2: {}, 3: { user: { name: "Ghost" } } }), "rawa")).toEqual([]);
});
