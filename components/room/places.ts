/** Where in an open story people write: the body, or a field that has `data-room-place`. */
import type { Awareness } from "y-protocols/awareness";
import type { PersonHere } from "./people-here.ts";

/** Tells colleagues in which field this person stands; answers with how to stop it. */
export function tellPlaces(awareness: Awareness): () => void {
  const tell = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    const field = target.closest<HTMLElement>("[data-room-place]");
    const place = target.closest(".story-body") ? "body" : field?.dataset.roomPlace;
    if (place !== undefined) awareness.setLocalStateField("place", place);
  };
  document.addEventListener("focusin", tell);
  return () => document.removeEventListener("focusin", tell);
}

/** The element on this screen in which a colleague writes. */
export function placeOf({ place, client }: PersonHere): Element | null {
  if (place === null || place === "body") {
    return document.querySelector(`.room-caret[data-client="${client}"]`);
  }
  return document.querySelector(`[data-room-place="${CSS.escape(place)}"]`);
}

/** Draws a line in a colleague's colour around the field in which they stand. */
export function showPlaces(people: readonly PersonHere[], own: string): void {
  for (const field of document.querySelectorAll<HTMLElement>("[data-room-place]")) {
    const person = people.find(
      ({ personId, place }) => personId !== own && place === field.dataset.roomPlace,
    );
    field.classList.toggle("room-place", person !== undefined);
    if (person) field.style.setProperty("--person", person.colour);
  }
}
