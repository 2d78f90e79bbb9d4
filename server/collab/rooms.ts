/**
 * The rooms in memory, on Hocuspocus. The order that everything depends on, for each update:
 *
 *     decoded → right asked → committed in `story_updates` → applied → broadcast, acknowledged
 *
 * So whatever anybody was told or shown is on the disk. A room is loaded from the database each
 * time; when that fails nobody comes in, and nothing is ever written from a room that wasn't
 * loaded. Revisions are written in pauses (`onStoreDocument`); losing one loses no letter.
 */
import {
  type beforeSyncPayload,
  type Document,
  Hocuspocus,
  type onAuthenticatePayload,
} from "@hocuspocus/server";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import * as Y from "yjs";
import type { Schema } from "#db/client.ts";
import type { SystemActor } from "#domain/context.ts";
import { SCHEMA_VERSION } from "#domain/document/nodes.ts";
import { Problem } from "#domain/problem.ts";
import { type KeptRevision, keepRoomRevision } from "#domain/rooms/keep-revision.ts";
import { openRoom } from "#domain/rooms/open-room.ts";
import { mayBeThere, rightsInRooms } from "#domain/rooms/rights.ts";
import { log } from "../log.ts";
import { believeNobody } from "./awareness.ts";
import { answer } from "./messages.ts";
import { came, went } from "./presence.ts";
import { CLOSE, hangUp, makeReadOnly, type Seat, type Seated, tell, tellRights } from "./seat.ts";
import { UpdateLog } from "./update-log.ts";

/** A revision after a pause this long, and at most this late while somebody types on. */
const PAUSE_MS = 3_000;
const LATEST_MS = 20_000;
/** A connection that says nothing for this long is gone. Browsers speak every 15 s, a hidden tab once a minute. */
const SILENCE_MS = 150_000;
/** What may wait for one socket's authentication: a sync and a caret, with room to spare. */
const BEFORE_AUTHENTICATION = {
  maxUnauthenticatedQueueSize: 128 * 1024,
  maxUnauthenticatedQueueMessages: 50,
  maxPendingDocuments: 4,
};

const MACHINE: SystemActor = { kind: "system", name: "Dateline" };
const SYNC_STEP_1 = 0;
const SYNC_STEP_2 = 1;

export class Rooms {
  readonly db: NodePgDatabase<Schema>;
  readonly log: UpdateLog;
  readonly live: Hocuspocus<Seat>;
  /** Who typed since the newest revision, by room. */
  readonly #typists = new Map<string, Map<string, number>>();
  #turn: Promise<void> = Promise.resolve();

  constructor(db: NodePgDatabase<Schema>) {
    this.db = db;
    this.log = new UpdateLog(db);
    this.live = new Hocuspocus<Seat>({
      quiet: true,
      timeout: SILENCE_MS,
      debounce: PAUSE_MS,
      maxDebounce: LATEST_MS,
      // What was deleted stays, so that every screen can be rebuilt from its snapshot.
      yDocOptions: { gc: false, gcFilter: () => false },
      ...BEFORE_AUTHENTICATION,
      onAuthenticate: (asked) => this.#seat(asked),
      connected: async ({ connection, context }) => {
        if (context.isOutdated) tell(connection, { type: "reload" });
        tellRights(connection);
        void came(this, [{ storyId: connection.document.name, personId: context.personId }]);
      },
      onDisconnect: async ({ documentName, context }) => {
        if (context.personId) void went(this, { storyId: documentName, personId: context.personId });
      },
      onLoadDocument: ({ document, context }) => this.#load(document, context),
      afterLoadDocument: async ({ document, context }) => this.#reviseSoon(document, context),
      beforeSync: (sync) => this.#writeDown(sync),
      onChange: async ({ documentName, context, update }) => {
        if (context?.personId) this.#typed(documentName, context.personId, update.length);
      },
      beforeHandleAwareness: believeNobody,
      onStateless: ({ connection, document, payload }) => answer(this, connection, document, payload),
      onStoreDocument: ({ document }) => this.keepRevision(document),
      afterUnloadDocument: async ({ documentName }) => {
        this.#typists.delete(documentName);
      },
    });
  }

  /** Who typed in this room since its newest revision. */
  typistsIn(storyId: string): Map<string, number> {
    const typists = this.#typists.get(storyId) ?? new Map<string, number>();
    this.#typists.set(storyId, typists);
    return typists;
  }

  /** One room at a time: what is being typed must never wait for a connection that writes history. */
  keepRevision(document: Document): Promise<void> {
    const turn = this.#turn.then(() => this.#revise(document));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #revise(document: Document): Promise<void> {
    const typists = this.typistsIn(document.name);
    const asked = new Map(typists);
    if (asked.size === 0) return;
    typists.clear();
    try {
      const kept = await keepRoomRevision(
        { db: this.db, actor: MACHINE, now: new Date() },
        { storyId: document.name, room: document, typists: asked },
      );
      for (const update of kept.folded) Y.applyUpdate(document, update, { source: "local" });
      this.announce(document, kept);
    } catch (error) {
      for (const [personId, size] of asked) this.#typed(document.name, personId, size);
      // A text that can't be stored as it stands waits in the room; its writer hears why at a checkpoint.
      if (!(error instanceof Problem)) throw error;
      log().warn({ storyId: document.name, why: error.message }, "a room's revision was not written");
    }
  }

  announce(document: Document, { isNew, isHead, revisionId, savedAt, authorName }: KeptRevision): void {
    if (!isNew || !isHead) return;
    document.broadcastStateless(JSON.stringify({ type: "revision", revisionId, savedAt, authorName }));
  }

  #typed(storyId: string, personId: string, size: number): void {
    const typists = this.typistsIn(storyId);
    typists.set(personId, (typists.get(personId) ?? 0) + size);
  }

  /**
   * The token says which version of bodies the page writes, and for whom it was made. Every room
   * asks for itself: having been let into one says nothing about another.
   */
  async #seat({ documentName, token, context, connectionConfig }: onAuthenticatePayload<Seat>) {
    const { sessionId } = context;
    const [right] = await rightsInRooms({ db: this.db, now: new Date() }, [
      { sessionId, storyId: documentName },
    ]).catch(turnAway);
    if (!right?.person || !mayBeThere(right)) throw new NotLetIn(right?.refusal?.kind ?? "missing");
    const [version, pageOf] = token.split(" ");
    // A tab that was left open never sends one person's text under another's name.
    if (pageOf && pageOf !== right.person.personId) throw new NotLetIn("signed-out");
    const isOutdated = version !== String(SCHEMA_VERSION);
    connectionConfig.readOnly = isOutdated || right.refusal !== null;
    context.arrived();
    const { personId, name } = right.person;
    const refusal = isOutdated ? "This page is from before an update. Reload it; nothing is lost." : null;
    return { personId, name, isOutdated, refusal: right.refusal?.message ?? refusal, hasRefused: false };
  }

  async #load(document: Document, { personId, sessionId }: Seat): Promise<void> {
    const storyId = document.name;
    const now = new Date();
    const [right] = await rightsInRooms({ db: this.db, now }, [{ sessionId, storyId }]).catch(turnAway);
    if (right?.person?.personId !== personId) throw new NotLetIn("missing");
    const { updates, typists } = await openRoom({ db: this.db, actor: right.person, now }, { storyId }).catch(
      turnAway,
    );
    document.transact(() => {
      for (const update of updates) Y.applyUpdate(document, update);
    });
    this.#typists.set(storyId, typists);
  }

  /** What was typed before a crash and is in no revision yet doesn't wait for the next letter. */
  #reviseSoon(document: Document, context: Seat): void {
    if (this.typistsIn(document.name).size === 0) return;
    void this.live.storeDocumentHooks(document, {
      instance: this.live,
      clientsCount: 0,
      document,
      documentName: document.name,
      lastContext: context,
      lastTransactionOrigin: { source: "local" },
    });
  }

  /** The write-ahead: awaited before the update is applied, broadcast and acknowledged. */
  async #writeDown({ type, payload, connection, context, document }: beforeSyncPayload<Seat>): Promise<void> {
    if (type === SYNC_STEP_1 || isEmpty(payload)) return;
    refuseMalformed(connection, payload);
    // What the room holds already was committed before it came in. A reconnect sends much of that.
    if (type === SYNC_STEP_2 && Y.snapshotContainsUpdate(Y.snapshot(document), payload)) return;
    if (connection.readOnly) {
      context.hasRefused = true;
      return tellRights(connection);
    }
    const { sessionId } = context;
    const refusal = await this.log
      .append({ sessionId, storyId: document.name, update: payload })
      .catch((error: unknown) => {
        hangUp(connection, CLOSE.later);
        throw error;
      });
    if (refusal !== null) {
      context.hasRefused = true;
      return makeReadOnly(connection, refusal);
    }
    if (document.isDestroyed) this.#applyElsewhere(document.name, payload);
  }

  /** The room was closed and opened again while this was being written: that copy may have missed it. */
  #applyElsewhere(storyId: string, update: Uint8Array): void {
    const document = this.live.documents.get(storyId);
    if (document) Y.applyUpdate(document, update, { source: "local" });
  }
}

/** How a room says no: the provider hears the reason, and nothing is logged. */
class NotLetIn extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super("");
    this.reason = reason;
  }
}

function turnAway(error: unknown): never {
  if (error instanceof Problem) throw new NotLetIn(error.kind);
  log().error({ err: error }, "a room could not be opened");
  throw new NotLetIn("unavailable");
}

const isEmpty = (update: Uint8Array) => update.length === 2 && update[0] === 0 && update[1] === 0;

/** What can't be read must not get into the log: everybody who loads the room would stumble over it. */
function refuseMalformed(connection: Seated, update: Uint8Array): void {
  try {
    Y.decodeUpdate(update);
  } catch {
    hangUp(connection, CLOSE.malformed);
    throw new NotLetIn("malformed");
  }
}
