/**
 * Writers who never rest, in one story's room over real sockets. Each keystroke is a token of its
 * own ("b17,") put in at a random place between two others, so that afterwards it can be said of
 * every single one whether it is there, and how often. A token counts as acknowledged when the
 * newsroom has answered a mark that was set after it.
 */
import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { bodyOf } from "#domain/rooms/room-document.ts";
import { RoomClient, type RoomDoor } from "../trial/room-client.ts";

export type Keystroke = { token: string; mark: number; typedAt: number; isOnline: boolean };

export type TypistOptions = {
  name: string;
  door: RoomDoor;
  storyId: string;
  keysPerSecond: number;
  random: () => number;
  /** Heard of each keystroke typed on an open line: when, and milliseconds until it was answered. */
  onTyped?: (token: string, at: number) => void;
  onAcknowledged?: (ms: number) => void;
  /** The line went before these were answered: they come later than any echo. */
  onCut?: (tokens: string[]) => void;
};

export class Typist {
  readonly #options: TypistOptions;
  readonly acknowledged: string[] = [];
  /** Typed, and lost with its browser or not answered: may be there or not. */
  readonly open: string[] = [];
  client: RoomClient;
  #typed: Keystroke[] = [];
  #count = 0;
  #working = true;
  #done: Promise<void> = Promise.resolve();

  constructor(options: TypistOptions) {
    this.#options = options;
    this.client = this.#enter();
  }

  begin(): void {
    this.#done = this.#work();
  }

  /** The browser is killed: what it held is gone, another one is opened. */
  die(): void {
    this.client.die();
    this.open.push(...this.#typed.map(({ token }) => token));
    this.#typed = [];
    this.client = this.#enter();
  }

  /** The network goes; what is typed meanwhile waits for it. */
  cut(): void {
    for (const typed of this.#typed) typed.isOnline = false;
    this.#options.onCut?.(this.#typed.map(({ token }) => token));
    this.client.cut();
  }

  comeBack(): void {
    this.client.comeBack();
  }

  /** Everything that was ever typed here, as it was acknowledged or not. */
  get typedCount(): number {
    return this.#count;
  }

  /** Stops typing and waits until everything is answered. */
  async stop(limitMs = 30_000): Promise<void> {
    this.#working = false;
    await this.#done;
    await this.client.until(() => this.client.isSynced, limitMs);
    this.client.mark();
    await this.client.until(() => this.#typed.length === 0, limitMs);
  }

  #enter(): RoomClient {
    const { door, storyId } = this.#options;
    const client: RoomClient = new RoomClient(door, {
      storyId,
      onHeard: ({ type }) => {
        if (type === "marked" && client === this.client) this.#settle();
      },
    });
    return client;
  }

  #settle(): void {
    const now = performance.now();
    while (this.#typed[0] && this.#typed[0].mark <= this.client.marked) {
      const settled = this.#typed.shift();
      if (!settled) return;
      this.acknowledged.push(settled.token);
      if (settled.isOnline) this.#options.onAcknowledged?.(now - settled.typedAt);
    }
  }

  async #work(): Promise<void> {
    const { keysPerSecond } = this.#options;
    const started = performance.now();
    for (let turn = 1; this.#working; turn += 1) {
      // Nobody types into a page that hasn't opened its story yet.
      if (bodyOf(this.client.room).length > 0) this.#type();
      await pause(Math.max(0, started + (turn * 1000) / keysPerSecond - performance.now()));
    }
  }

  #type(): void {
    const { name, random } = this.#options;
    this.#count += 1;
    const token = `${name}${this.#count}`;
    const typedAt = performance.now();
    putIn(this.client.room, `${token},`, random);
    const isOnline = this.client.isSynced;
    if (isOnline) this.#options.onTyped?.(token, typedAt);
    this.#typed.push({ token, mark: this.client.mark(), typedAt, isOnline });
  }
}

/** Into a random paragraph, behind a random token of it. */
export function putIn(room: Y.Doc, text: string, random: () => number): void {
  room.transact(() => {
    const paragraphs = bodyOf(room).toArray() as Y.XmlElement[];
    const paragraph = paragraphs[Math.floor(random() * paragraphs.length)];
    if (!paragraph) return;
    if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
    const letters = paragraph.get(0) as Y.XmlText;
    const from = Math.floor(random() * (letters.length + 1));
    const comma = letters.toString().indexOf(",", from);
    letters.insert(comma < 0 ? letters.length : comma + 1, text);
  });
}

/** How often each token stands in a text. */
export function tokensIn(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of words.join("").split(",")) {
    if (token !== "") counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}

export type Verdict = { acknowledged: number; lost: string[]; doubled: string[]; strange: string[] };

/** Every acknowledged token is there once, no token twice, and nothing that nobody typed. */
export function judge(typists: readonly Typist[], counts: ReadonlyMap<string, number>): Verdict {
  const acknowledged = typists.flatMap((typist) => typist.acknowledged);
  const known = new Set([...acknowledged, ...typists.flatMap((typist) => typist.open)]);
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((token) => !counts.has(token)),
    doubled: [...counts].filter(([, count]) => count > 1).map(([token]) => token),
    strange: [...counts.keys()].filter((token) => !known.has(token)),
  };
}
