/** Somebody's place in one room: what a connection carries from its authentication to its end. */
import type { Connection } from "@hocuspocus/server";
import type { Problem } from "#domain/problem.ts";

/** Close codes of the sockets, beside RFC 6455's. The browser reconnects after any but the last two. */
export const CLOSE = {
  restarts: { code: 1001, reason: "the newsroom restarts" },
  later: { code: 1013, reason: "try again later" },
  /** Rights came back, or something went wrong with one message: sync again. */
  again: { code: 4205, reason: "sync again" },
  malformed: { code: 1007, reason: "malformed" },
  signedOut: { code: 4401, reason: "signed-out" },
  missing: { code: 4403, reason: "missing" },
} as const;

export type Seat = {
  readonly sessionId: string;
  readonly personId: string;
  readonly name: string;
  /** Tells the socket that somebody has sat down. */
  readonly arrived: () => void;
  /** Whether this program and the browser's write bodies of one version. */
  readonly isOutdated: boolean;
  /** Why this person can't write here; null: they can. */
  refusal: string | null;
  /** Something that they sent was refused: nothing of theirs may be called saved on this connection. */
  hasRefused: boolean;
};
export type Seated = Connection<Seat>;

/** Ends the socket itself: closing only its document would leave the browser waiting on an open line. */
export function hangUp(
  { webSocket }: Pick<Seated, "webSocket">,
  { code, reason }: { code: number; reason: string },
) {
  webSocket.close(code, reason);
}

export function tell(connection: Seated, message: Record<string, unknown>): void {
  connection.sendStateless(JSON.stringify(message));
}

export function tellRights(connection: Seated): void {
  const { refusal } = connection.context;
  tell(connection, { type: "rights", mayWrite: refusal === null, ...(refusal !== null && { why: refusal }) });
}

/** From now on nothing is taken from here. */
export function makeReadOnly(connection: Seated, refusal: Problem | string): void {
  connection.readOnly = true;
  connection.context.refusal = typeof refusal === "string" ? refusal : refusal.message;
  tellRights(connection);
}
