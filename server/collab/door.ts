/**
 * Who may connect to /collab, found out before anything is loaded: our front's secret, the page's
 * origin, the session behind the cookie, and not more sockets than a person can use. Costs one
 * look-up at most; nothing of what a stranger sends is kept.
 */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { OpenSession } from "#domain/users/find-session.ts";
import { takeSecret } from "../internal.ts";
import { log } from "../log.ts";
import type { RoleSettings } from "../role-settings.ts";

/** Sessions that are looked up at the same moment; more than that is somebody knocking. */
const MOST_KNOCKS = 64;
/** Tabs of one person, on all their machines. */
const MOST_SOCKETS_EACH = 60;

export class Door {
  readonly #settings: RoleSettings;
  readonly #sockets = new Map<string, number>();
  #knocks = 0;
  isShut = false;

  constructor(settings: RoleSettings) {
    this.#settings = settings;
  }

  /** The session to let in, or the status to refuse with. */
  async ask(request: IncomingMessage): Promise<OpenSession | number> {
    const refusal = this.#refuseUnseen(request) ?? (this.isShut || this.#knocks >= MOST_KNOCKS ? 503 : null);
    if (refusal !== null) return refusal;
    this.#knocks += 1;
    const answer = await findSessionOf(request.headers.cookie).finally(() => {
      this.#knocks -= 1;
    });
    if (typeof answer === "number") return answer;
    return (this.#sockets.get(answer.person.personId) ?? 0) < MOST_SOCKETS_EACH ? answer : 429;
  }

  /** Counts a socket that was let in; the answer is to be called when it has closed. */
  enter(personId: string): () => void {
    this.#sockets.set(personId, (this.#sockets.get(personId) ?? 0) + 1);
    return () => {
      const left = (this.#sockets.get(personId) ?? 1) - 1;
      if (left > 0) this.#sockets.set(personId, left);
      else this.#sockets.delete(personId);
    };
  }

  /** The status to refuse with, from what the request says about itself; null to go on. */
  #refuseUnseen(request: IncomingMessage): number | null {
    const { internalSecret, baseUrl } = this.#settings;
    if (!takeSecret(request, internalSecret)) return 403;
    // Browsers send cookies with a foreign page's sockets too; only the origin tells them apart.
    if (request.headers.origin !== new URL(baseUrl).origin) return 403;
    const path = (request.url ?? "").split("?", 1)[0] ?? "";
    return path === "/collab" || path.startsWith("/collab/") ? null : 404;
  }
}

/** A database that is down isn't "signed out". */
async function findSessionOf(cookie: string | undefined): Promise<OpenSession | number> {
  if (cookie === undefined) return 401;
  try {
    const { sessionOfCookie } = await import("../session-token.ts");
    return (await sessionOfCookie(cookie)) ?? 401;
  } catch (err) {
    log().error({ err }, "a session could not be looked up");
    return 503;
  }
}

export function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
