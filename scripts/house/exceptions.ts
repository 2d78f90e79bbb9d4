/**
 * Every place where a house rule doesn't hold, with the reason. Nothing else switches a rule off.
 */
export type Exceptions = Readonly<Record<string, string>>;

/** Files beside server/auth.ts and server/session*.ts that may use next-auth. */
export const SEALED_COOKIES: Exceptions = {
  "scripts/trial/staff.ts":
    "seals a session's cookie for exams and browser tests, which can't type a password each time",
};

/** Files that may put raw HTML on a page: they escape or render it themselves. */
export const RAW_HTML: Exceptions = {
  "components/reader/raw.tsx":
    "prints the body that render-html.ts made, JSON-LD with < escaped, and our own style sheet",
};

/** Files of app/ and components/ that may catch. Everything else lets the three boundaries answer. */
export const CATCHES: Exceptions = {};

/** Files that may call fetch without the guard: both ends are ours. */
export const BARE_FETCH: Exceptions = {};

/** Files beside domain/time.ts that may use Intl for times. */
export const WALL_CLOCKS: Exceptions = {
  "domain/languages/zone.ts": "reads the numbers of a zone's wall clock; words never come from Intl",
};

/** Timers that aren't scheduled work: heartbeats of one connection or one process. */
export const INTERVALS: Exceptions = {
  "server/front/changes.ts": "looks at the changes table should a notification get lost on the way",
};

/** Files beside server/env*.ts that may look at the environment. */
export const ENVIRONMENT: Exceptions = {
  "server/database/server.ts": "hands PATH and NODE_ENV, and nothing else, to the database's processes",
};

/** Domain functions that write without asking for a right, as "file name". */
export const OPEN_VERBS: Exceptions = {
  "domain/users/change-password.ts changePassword": "one's own password; the present one is the permission",
};

export const isExcepted = (exceptions: Exceptions, name: string): boolean => name in exceptions;
