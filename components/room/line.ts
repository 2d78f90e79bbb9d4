/**
 * The line to a story's room: one socket over which the text goes both ways, and short messages.
 * It is up once both sides have told each other everything; then what is sent here arrives in order.
 *
 * While somebody composes a word (Kurdish and Arabic phone keyboards, dictation), what colleagues
 * write waits: a text that changes under a composition breaks it. It waits until the word is done, or
 * until the fingers rest: phones hold a word open for as long as the caret stays in it.
 */
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { Awareness, removeAwarenessStates } from "y-protocols/awareness";
import * as Y from "yjs";
import { SCHEMA_VERSION } from "#domain/document/nodes.ts";
import type { FromRoom, ToRoom } from "./messages.ts";

const REFUSALS = ["signed-out", "forbidden", "missing", "reload"] as const;
export type Refusal = (typeof REFUSALS)[number];
const isRefusal = (reason: string): reason is Refusal => (REFUSALS as readonly string[]).includes(reason);
/** Codes with which the room ends a socket for good. */
const CLOSED_FOR: Readonly<Record<number, Refusal>> = { 4401: "signed-out", 4403: "missing" };

type LineParts = {
  storyId: string;
  personId: string;
  doc: Y.Doc;
  awareness: Awareness;
  /** A piece of text has come; `take` puts it into the document. */
  onText: (take: () => void) => void;
  onUp: () => void;
  onDown: () => void;
  onMessage: (message: FromRoom) => void;
  onRefused: (why: Refusal) => void;
};

export class Line {
  readonly #socket: HocuspocusProviderWebsocket;
  readonly #provider: PatientProvider;
  #isUp = false;
  #hasEnded = false;

  constructor(parts: LineParts) {
    const { storyId: name, personId, doc, awareness } = parts;
    const token = `${SCHEMA_VERSION} ${personId}`;
    this.#socket = new HocuspocusProviderWebsocket({
      url: `${window.location.origin.replace(/^http/, "ws")}/collab`,
      delay: 400,
      factor: 1.6,
      minDelay: 200,
      maxDelay: 5_000,
    });
    this.#provider = new PatientProvider({
      ...{ websocketProvider: this.#socket, name, document: doc, awareness, token },
      onClose: ({ event }) => {
        const refusal = CLOSED_FOR[event.code];
        if (refusal) parts.onRefused(refusal);
        this.#provider.meetAgain();
        // Only the room was closed, for this person's rights or a new program; the socket still stands.
        if (this.#socket.webSocket?.readyState === WebSocket.OPEN) setTimeout(() => this.#knock(), KNOCK_MS);
        if (!this.#isUp) return;
        this.#isUp = false;
        parts.onDown();
      },
      onStateless: ({ payload }) => parts.onMessage(JSON.parse(payload) as FromRoom),
      onAuthenticationFailed: ({ reason }) => {
        // A newsroom that can't look it up just now has refused nobody.
        if (isRefusal(reason)) parts.onRefused(reason);
        else this.#socket.webSocket?.close();
      },
    });
    this.#provider.onText = parts.onText;
    this.#provider.onMet = () => {
      this.#isUp = true;
      parts.onUp();
    };
    this.#provider.attach();
    window.addEventListener("online", this.#tryNow);
    document.addEventListener("visibilitychange", this.#tryNow);
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  /** Whether a change of the document came over this line. */
  brought(origin: unknown): boolean {
    return origin === this.#provider;
  }

  tell(message: ToRoom): void {
    this.#provider.sendStateless(JSON.stringify(message));
  }

  /** The network came back, or somebody looks at the screen again. */
  readonly #tryNow = (): void => {
    if (this.#socket.shouldConnect && document.visibilityState === "visible") void this.#socket.connect();
  };

  /** No more tries: this person isn't let in. */
  hangUp(): void {
    this.#socket.disconnect();
  }

  #knock(): void {
    if (this.#socket.status !== "connected" || this.#isUp || this.#hasEnded) return;
    void this.#provider.onOpen(new Event("open"));
  }

  /** Tells everybody that this person has left. */
  end(): void {
    this.#hasEnded = true;
    window.removeEventListener("online", this.#tryNow);
    document.removeEventListener("visibilitychange", this.#tryNow);
    const { awareness } = this.#provider;
    // Who one is stays said: a screen that only moved opens the line again.
    const said = awareness?.getLocalState();
    if (awareness) removeAwarenessStates(awareness, [awareness.clientID], "end");
    awareness?.off("update", this.#provider.boundAwarenessUpdateHandler);
    awareness?.setLocalState(said ?? null);
    this.#provider.configuration.awareness = new Awareness(new Y.Doc());
    this.#provider.destroy();
    this.#socket.destroy();
  }
}

const KNOCK_MS = 700;
const SYNC = 0;
const THEIR_NEEDS = 0;
const THEIR_TEXT = 1;
/** Longer than anybody pauses within a word. */
const REST_MS = 1_000;

class PatientProvider extends HocuspocusProvider {
  onText: (take: () => void) => void = (take) => take();
  onMet: () => void = () => undefined;
  #waiting: MessageEvent[] = [];
  #told = { needs: false, text: false };
  readonly #patience = new Patience(() => this.#takeIn());

  override onMessage(event: MessageEvent): void {
    if (kindOf(event.data).isText && (this.#waiting.length > 0 || this.#patience.isAsked)) {
      this.#waiting.push(event);
    } else this.#take(event);
  }

  override destroy(): void {
    this.#patience.end();
    super.destroy();
  }

  /** The line is down: what waited is told again when it is up. */
  meetAgain(): void {
    this.#waiting = [];
    this.#told = { needs: false, text: false };
  }

  #takeIn(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const event of waiting) this.#take(event);
  }

  #take(event: MessageEvent): void {
    const { isText, step } = kindOf(event.data);
    const wasMet = this.#told.needs && this.#told.text;
    if (isText && step !== THEIR_NEEDS) this.onText(() => super.onMessage(event));
    else super.onMessage(event);
    if (!isText || wasMet) return;
    // Answered now: whatever the room lacked of this screen is on its way, before anything that follows.
    if (step === THEIR_NEEDS) this.#told.needs = true;
    if (step === THEIR_TEXT) this.#told.text = true;
    if (this.#told.needs && this.#told.text) this.onMet();
  }
}

/** Each message begins with the room's name, then says its kind; a piece of text also which step it is. */
function kindOf(data: ArrayBuffer): { isText: boolean; step: number } {
  const bytes = new Uint8Array(data);
  const at = 1 + (bytes[0] ?? 0);
  return { isText: bytes[at] === SYNC, step: bytes[at + 1] ?? -1 };
}

/** Whether somebody composes a word on this page, with fingers that move. */
class Patience {
  readonly #onOver: () => void;
  #isComposing = false;
  #isResting = false;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(onOver: () => void) {
    this.#onOver = onOver;
    document.addEventListener("compositionstart", this.#moved, true);
    document.addEventListener("compositionupdate", this.#moved, true);
    document.addEventListener("compositionend", this.#done, true);
  }

  get isAsked(): boolean {
    return this.#isComposing && !this.#isResting;
  }

  end(): void {
    clearTimeout(this.#rest);
    document.removeEventListener("compositionstart", this.#moved, true);
    document.removeEventListener("compositionupdate", this.#moved, true);
    document.removeEventListener("compositionend", this.#done, true);
  }

  readonly #moved = (): void => {
    this.#isComposing = true;
    this.#isResting = false;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#isResting = true;
      this.#onOver();
    }, REST_MS);
  };

  readonly #done = (): void => {
    this.#isComposing = false;
    clearTimeout(this.#rest);
    // The editor reads the finished word right after this event; colleagues' words come after that.
    setTimeout(this.#onOver, 30);
  };
}
