/**
 * The fields of a story as a screen shows them, out of its room. While somebody composes a word in one
 * of them, colleagues' choices wait: a field that is drawn anew under a composition breaks it.
 */
import type * as Y from "yjs";
import type { StoryFields } from "#db/shapes.ts";
import { changeFields } from "#domain/rooms/change-fields.ts";
import { choicesOf, fieldsOf, type RoomChoice } from "#domain/rooms/room-document.ts";

export type ChangedBy = { by: string; at: Date };

export class RoomFields {
  readonly #doc: Y.Doc;
  readonly #self: unknown;
  readonly #personId: string;
  readonly #openedAt = new Date();
  readonly #changedBy = new Map<RoomChoice, ChangedBy>();
  #fields: StoryFields;
  #isStale = false;
  readonly #listeners = new Set<() => void>();

  constructor(doc: Y.Doc, personId: string, self: unknown) {
    this.#doc = doc;
    this.#self = self;
    this.#personId = personId;
    this.#fields = fieldsOf(doc);
  }

  readonly fields = (): StoryFields => this.#fields;

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#listen();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stopListening();
    };
  };

  readonly change = (patch: Partial<StoryFields>): void => {
    changeFields(
      this.#doc,
      this.#fields,
      patch,
      { by: this.#personId, at: new Date().toISOString() },
      this.#self,
    );
    this.#show();
  };

  /** The colleague who chose this last, since this screen is open; the same object until it changes. */
  readonly changedBy = (field: RoomChoice): ChangedBy | null => {
    const choice = choicesOf(this.#doc).get(field);
    if (!choice || choice.by === null || choice.by === this.#personId) return null;
    const known = this.#changedBy.get(field);
    const at = new Date(choice.at);
    if (at < this.#openedAt) return null;
    if (known?.by === choice.by && known.at.getTime() === at.getTime()) return known;
    const changed = { by: choice.by, at };
    this.#changedBy.set(field, changed);
    return changed;
  };

  readonly #heard = (transaction: Y.Transaction): void => {
    const isBodyOnly = [...transaction.changed.keys()].every(
      (type) => type.parent !== null || Object.is(type, this.#body),
    );
    if (isBodyOnly) return;
    if (isComposing) this.#isStale = true;
    else this.#show();
  };

  readonly #composed = (): void => {
    // The field tells of the finished word right after this.
    setTimeout(() => {
      if (this.#isStale && !isComposing) this.#show();
    });
  };

  get #body(): Y.XmlFragment {
    return this.#doc.getXmlFragment("body");
  }

  #show(): void {
    this.#isStale = false;
    this.#fields = fieldsOf(this.#doc);
    for (const listener of this.#listeners) listener();
  }

  #listen(): void {
    this.#doc.on("afterTransaction", this.#heard);
    document.addEventListener("compositionend", this.#composed);
  }

  #stopListening(): void {
    this.#doc.off("afterTransaction", this.#heard);
    document.removeEventListener("compositionend", this.#composed);
  }
}

let isComposing = false;
if (typeof document !== "undefined") {
  document.addEventListener("compositionstart", () => (isComposing = true), true);
  document.addEventListener("compositionend", () => (isComposing = false), true);
}
