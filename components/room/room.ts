/**
 * An open story that several people write at once, as one screen has it. It stands where the autosave
 * stands for somebody who writes alone: the same questions, the same answers.
 *
 * States: everything kept → (a key) saving → kept; without the line, on this device only → (the line
 * is back: both sides tell each other everything) → kept; read-only, when this person may no longer
 * write. What must hold: "saved" is said only when the room has answered a mark that was sent behind the
 * last change; a change stands in the copy on this device before it is sent; a screen that once met its
 * room never saves the other way (the same words would come in twice), one that never met it gives up
 * the room for good and then saves alone.
 */
import type { Node } from "@tiptap/pm/model";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { draftOf, type RoomDraft } from "#domain/rooms/room-document.ts";
import { Checkpoints } from "./checkpoints.ts";
import { DeviceCopy } from "./device-copy.ts";
import type { Line, Refusal } from "./line.ts";
import { Marks } from "./marks.ts";
import { blocksOfBoth } from "./merged.ts";
import { base64Of, bytesOf, type FromRoom } from "./messages.ts";
import { OtherWay } from "./other-way.ts";
import { firstState, type RoomParts, type RoomState } from "./room-parts.ts";
import { type Screenful, screenfulOf, wordsSince } from "./screenful.ts";
import { Ticking } from "./ticking.ts";

/** Changes of so long go under one mark. */
const MARK_MS = 120;
/** So long a change is "being saved" without an answer; then it is on this device only. */
const LATE_MS = 4_000;
const LOOK_MS = 1_000;
const END_MS = 2_000;
const WAIT_MS = 100;
const MOST_WAITS = 50;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

export class Room {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  readonly you: RoomParts["opening"]["you"];
  /** Marks what this person does, for undo. */
  readonly self = { isSelf: true };
  readonly #parts: RoomParts;
  readonly #marks = new Marks();
  readonly #checkpoints = new Checkpoints((message) => this.#line?.tell(message));
  readonly #copy: DeviceCopy;
  /** Under an embargo: no copy stays on this device. */
  #isHeldBack = false;
  readonly #otherWay: OtherWay;
  readonly #ticking = new Ticking();
  readonly #listeners = new Set<() => void>();
  #state: RoomState;
  #line: Line | null = null;
  #body: () => Node | null = () => null;
  /** The screen as the room has it for certain, and as it was at each mark that is under way. */
  #kept: Screenful = { body: null, lines: "" };
  readonly #marked = new Map<number, Screenful>();
  /** This screen from before colleagues' words came into what was written without the line. */
  #beforeMerging: Uint8Array | null = null;
  #isOpen = false;
  #hasMet = false;
  #readOnly: string | null = null;
  #end: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: RoomParts) {
    this.#parts = parts;
    const { opening, storyId, ask, say } = parts;
    this.you = opening.you;
    Y.applyUpdate(this.doc, bytesOf(opening.state), "page");
    this.awareness.setLocalState({ user: { ...this.you, color: this.you.colour }, place: null });
    this.#copy = new DeviceCopy(opening.deviceKey, storyId);
    this.#isHeldBack = opening.isEmbargoed;
    this.#otherWay = new OtherWay(ask);
    this.#state = firstState(opening);
    if (!opening.mayWrite) this.#lock(say.closed);
  }

  readonly state = (): RoomState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  draft(): RoomDraft {
    return draftOf(this.doc);
  }

  /** Nothing to do: whatever changes the document is noticed. */
  readonly touch = (): void => undefined;
  /** Nor here: what the server changed comes in like any colleague's writing. */
  readonly rebase = (): void => undefined;
  /** Somebody has looked at what was merged. */
  readonly seenMerged = (): void => this.#become({ merged: null });

  get isAllKept(): boolean {
    return this.#marks.isAllKept;
  }

  /** Whether going away now would lose something. */
  get isNowhereElse(): boolean {
    return !this.#marks.isAllKept && !this.#copy.isKept;
  }

  /** Opens the line. `body` answers with what the editor shows. */
  open(body: () => Node | null): void {
    clearTimeout(this.#end);
    this.#body = body;
    this.#kept = this.#screenful();
    this.doc.on("update", this.#changed);
    this.#isOpen = true;
    void this.#connect();
    if (this.#isHeldBack) void this.#copy.openLeftOver(this.doc);
    else void this.#copy.open(this.doc);
    this.#ticking.start(LOOK_MS, () => this.#look());
  }

  /** The line's program comes after the caret: one reads and types before it is there. */
  async #connect(): Promise<void> {
    const { Line } = await import("./line.ts");
    if (!this.#isOpen || this.#line) return;
    this.#line = new Line({
      ...{ storyId: this.#parts.storyId, personId: this.you.personId },
      ...{ doc: this.doc, awareness: this.awareness },
      onText: (take) => this.#text(take),
      onUp: () => this.#met(),
      onDown: () => this.#look(),
      onMessage: (message) => this.#told(message),
      onRefused: (why) => this.#refused(why),
    });
  }

  close(): void {
    this.#isOpen = false;
    this.#ticking.stop();
    this.doc.off("update", this.#changed);
    this.#line?.end();
    this.#line = null;
    this.#copy.close();
    // Not at once: a screen that only moved opens it again.
    this.#end = setTimeout(() => this.doc.destroy(), END_MS);
  }

  /** Gives the room up: what stood on this screen is saved the other way from now on, and only so. */
  async leave(): Promise<void> {
    this.close();
    await this.#copy.remove();
  }

  /** The story came under an embargo while it was open: its copy goes once the room has everything. */
  holdBack(): void {
    this.#isHeldBack = true;
    this.#look();
  }

  /** Has the room write down exactly what is on this screen; true when `state().revisionId` names that. */
  readonly flush = async (): Promise<boolean> => {
    const { say } = this.#parts;
    // Just opened, or the newsroom starts anew: the line is there in a moment.
    for (let waits = 0; waits < MOST_WAITS && !this.#line?.isUp; waits += 1) await pause(WAIT_MS);
    if (!this.#line?.isUp) {
      this.#become({ sentence: say.onDeviceOnly });
      return false;
    }
    this.#mark();
    const answer = await this.#checkpoints.ask(base64Of(Y.encodeSnapshot(Y.snapshot(this.doc))));
    if (answer?.type !== "checkpointed") {
      this.#become({ sentence: answer?.problem.message ?? say.noAnswer });
      return false;
    }
    const { revisionId, savedAt } = answer;
    this.#become({ revisionId, savedAt: new Date(savedAt), sentence: null });
    return true;
  };

  readonly #changed = (_update: Uint8Array, origin: unknown): void => {
    // What came over the line is the room's already.
    if (this.#line?.brought(origin)) return;
    this.#marks.changed(new Date());
    this.#ticking.soon(MARK_MS, () => this.#mark());
    if (this.#state.status === "saved") this.#look();
  };

  #mark(): void {
    if (!this.#line?.isUp) return;
    const mark = this.#marks.next();
    if (mark === null) return;
    this.#marked.set(mark, this.#screenful());
    this.#line.tell({ type: "mark", n: mark });
  }

  /** Colleagues' words come in. Where they meet words that were written without the line, somebody should look. */
  #text(take: () => void): void {
    const before = this.#body();
    const common = this.#kept.body;
    const isApart = !this.#marks.isAllKept && (this.#state.status === "device" || !this.#line?.isUp);
    const snapshot = isApart ? Y.encodeSnapshot(Y.snapshot(this.doc)) : null;
    take();
    const now = this.#body();
    if (this.#marks.isAllKept) this.#kept = this.#screenful();
    if (!this.#hasMet || !snapshot || !before || !common || !now) return;
    const met = blocksOfBoth(common, before, now);
    if (met.length === 0) return;
    const blocks = [...new Set([...(this.#state.merged?.blocks ?? []), ...met])];
    this.#beforeMerging ??= snapshot;
    this.#become({ merged: { blocks, at: new Date() } });
  }

  #met(): void {
    this.#hasMet = true;
    this.#otherWay.lineIsUp();
    this.#marks.again();
    this.#mark();
    this.#look();
  }

  #told(message: FromRoom): void {
    if (message.type === "marked") this.#keptUpTo(message.n);
    else if (message.type === "rights")
      this.#lock(message.mayWrite ? null : (message.why ?? this.#parts.say.closed));
    else if (message.type === "reload") this.#refused("reload");
    else if (message.type === "revision") this.#become({ newestRevisionId: message.revisionId });
    else this.#checkpoints.answer(message);
  }

  #keptUpTo(mark: number): void {
    if (!this.#marks.kept(mark, new Date())) return;
    this.#kept = this.#marked.get(mark) ?? this.#kept;
    for (const earlier of this.#marked.keys()) if (earlier <= mark) this.#marked.delete(earlier);
    this.#look();
    if (!this.#marks.isAllKept) return;
    this.#become({ savedAt: new Date() });
    // So that the history has both sides: theirs the room writes down by itself.
    if (this.#beforeMerging) void this.#checkpoints.ask(base64Of(this.#beforeMerging));
    this.#beforeMerging = null;
  }

  #refused(why: Refusal): void {
    const { say } = this.#parts;
    // Only this screen is shut: asked anew, the page would be another's or none, and the text on it gone.
    this.#readOnly = say[why] ?? say.forbidden;
    this.#look();
    // Whoever signs in again in another tab comes back by themselves.
    if (why !== "signed-out") this.#line?.hangUp();
  }

  /** Nobody types any more where it couldn't be kept; `why` says it, null opens again. */
  #lock(why: string | null): void {
    this.#readOnly = why;
    this.#become({ mayWrite: why === null });
    this.#look();
  }

  #look(): void {
    const look = this.#lookOf();
    const was = this.#state;
    const isNew = Object.entries(look).some(([key, value]) => was[key as keyof RoomState] !== value);
    if (isNew) this.#become(look);
    if (this.#isOpen && !this.#line?.isUp) void this.#askTheOtherWay();
    if (this.#isHeldBack && this.#copy.isKept && this.#hasMet && this.#marks.isAllKept)
      void this.#copy.remove();
  }

  #lookOf(): Partial<RoomState> {
    const { since, isAllKept } = this.#marks;
    if (this.#readOnly !== null) return { status: "readOnly", sentence: this.#readOnly };
    if (isAllKept) return { status: "saved", since: null, words: 0 };
    if (since === null || Date.now() - since.getTime() < LATE_MS) return { status: "saving" };
    return { status: "device", since, words: wordsSince(this.#kept, this.#screenful()) };
  }

  async #askTheOtherWay(): Promise<void> {
    const answer = await this.#otherWay.look();
    if (!answer || !this.#isOpen || this.#line?.isUp) return;
    if (answer.ok && !this.#hasMet) return this.#become({ isGivenUp: true });
    if (answer.ok) return this.#lock(answer.value.may.write ? null : this.#parts.say.closed);
    const { kind } = answer.problem;
    if (kind === "signed-out" || kind === "forbidden" || kind === "missing") this.#refused(kind);
  }

  #screenful(): Screenful {
    return screenfulOf(this.doc, this.#body());
  }

  #become(change: Partial<RoomState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
