/**
 * Somebody in a room, without a browser: the provider that browsers use, over a real socket, with
 * the real document. For tests and exams.
 */
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { SCHEMA_VERSION } from "#domain/document/nodes.ts";
import { bodyOf, draftOf } from "#domain/rooms/room-document.ts";
import { SESSION_COOKIE } from "./staff.ts";

export type Heard = { type: string; [key: string]: unknown };

export type RoomDoor = {
  /** `ws://…/collab` */
  readonly url: string;
  readonly origin: string;
  readonly cookie: string;
  readonly cookieName?: string;
  readonly headers?: Record<string, string>;
};

export type RoomOptions = { storyId: string; token?: string; onHeard?: (heard: Heard) => void; room?: Y.Doc };

export class RoomClient {
  readonly room: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly heard: Heard[] = [];
  readonly #line: HocuspocusProviderWebsocket;
  readonly #waiting = new Set<() => void>();
  #mark = 0;
  /** The highest mark that was answered. */
  marked = 0;
  isSynced = false;
  refusedBecause: string | null = null;
  closedWith: number | null = null;

  constructor(door: RoomDoor, { storyId, token = String(SCHEMA_VERSION), onHeard, room }: RoomOptions) {
    this.room = room ?? new Y.Doc({ gc: false });
    const headers = {
      origin: door.origin,
      cookie: `${door.cookieName ?? SESSION_COOKIE}=${door.cookie}`,
      ...door.headers,
    };
    this.#line = new HocuspocusProviderWebsocket({
      url: door.url,
      WebSocketPolyfill: class extends WebSocket {
        constructor(url: string) {
          super(url, { headers });
          this.on("error", () => undefined);
        }
      },
      delay: 50,
      minDelay: 50,
      maxDelay: 500,
      jitter: false,
      onClose: ({ event }) => {
        this.closedWith = event.code;
        this.isSynced = false;
        this.#tellWaiting();
      },
    });
    this.provider = new HocuspocusProvider({
      websocketProvider: this.#line,
      name: storyId,
      document: this.room,
      token,
      onSynced: ({ state }) => {
        this.isSynced = state;
        // What was typed before the line was cut is confirmed again once it has come over.
        if (state) this.#sendMark();
        this.#tellWaiting();
      },
      onAuthenticationFailed: ({ reason }) => {
        this.refusedBecause = reason;
        this.#tellWaiting();
      },
      onStateless: ({ payload }) => {
        const heard = JSON.parse(payload) as Heard;
        this.heard.push(heard);
        if (heard.type === "marked") this.marked = Math.max(this.marked, Number(heard.n));
        onHeard?.(heard);
        this.#tellWaiting();
      },
    });
    this.provider.on("awarenessUpdate", () => this.#tellWaiting());
    this.provider.attach();
    this.room.on("update", () => this.#tellWaiting());
  }

  /** Settles once this holds, looked at whenever anything has come in. */
  until(holds: () => boolean, limitMs = 10_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (finish: () => void) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        finish();
      };
      const look = () => {
        if (holds()) end(resolve);
      };
      const timer = setTimeout(() => end(() => reject(new Error(`it never held: ${holds}`))), limitMs);
      this.#waiting.add(look);
      look();
    });
  }

  synced(): Promise<void> {
    return this.until(() => this.isSynced);
  }

  /** Asks whether everything up to now is committed. The answer's number; compare with `marked`. */
  mark(): number {
    this.#mark += 1;
    if (this.isSynced) this.#sendMark();
    return this.#mark;
  }

  /** Settles once everything up to now is committed. */
  saved(): Promise<void> {
    const mark = this.mark();
    return this.until(() => this.marked >= mark);
  }

  async checkpoint(ask = "ask"): Promise<Heard> {
    const snapshot = Buffer.from(Y.encodeSnapshot(Y.snapshot(this.room))).toString("base64");
    this.provider.sendStateless(JSON.stringify({ type: "checkpoint", ask, snapshot }));
    const isAnswer = (heard: Heard) => heard.ask === ask;
    await this.until(() => this.heard.some(isAnswer));
    return this.heard.find(isAnswer) as Heard;
  }

  /** Types at the end of a paragraph, counted from 0. */
  type(text: string, at = 0): void {
    this.room.transact(() => {
      const paragraph = bodyOf(this.room).get(at) as Y.XmlElement;
      if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
      const letters = paragraph.get(0) as Y.XmlText;
      letters.insert(letters.length, text);
    });
  }

  words(): string[] {
    return (draftOf(this.room).document.doc.content ?? []).map(({ content }) => content?.[0]?.text ?? "");
  }

  /** As when the network goes: the socket ends, the document stays. */
  cut(): void {
    this.#line.disconnect();
  }

  comeBack(): void {
    void this.#line.connect();
  }

  /** As when the phone dies: no word more, and what wasn't sent is gone. */
  die(): void {
    const socket = this.#line.webSocket as unknown as WebSocket | null;
    socket?.terminate();
    this.leave();
  }

  leave(): void {
    this.provider.destroy();
    this.#line.destroy();
  }

  #sendMark(): void {
    this.provider.sendStateless(JSON.stringify({ type: "mark", n: this.#mark }));
  }

  #tellWaiting(): void {
    for (const look of [...this.#waiting]) look();
  }
}
