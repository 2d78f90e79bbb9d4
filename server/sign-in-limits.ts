/**
 * How often somebody may try a password, counted before it is hashed.
 *
 * An account has twenty tries in a quarter of an hour: ten for sources from which its owner has
 * signed in before, ten for all the others together, of which one source gets five. So whoever
 * guesses from one place uses up their own five, and whoever guesses from everywhere uses up the
 * strangers' ten: the owner still gets in, from a new place in the first case, from a known one
 * in both. A source has a hundred tries over all accounts. What was a right password is given
 * back. Accounts count by their lower-case address, known or not, so the answer tells nothing.
 */
import { createHash } from "node:crypto";
import ipaddr from "ipaddr.js";
import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "#db/client.ts";
import { Problem } from "#domain/problem.ts";

const WINDOW_SECONDS = 15 * 60;
const TRIES = { known: 10, strangers: 10, stranger: 5, source: 100 } as const;
type Counter = keyof typeof TRIES;

export type Attempt = { email: string; source: string; isKnownSource: boolean };
export type SignInLimits = {
  /** Counts a try, or throws Problem "unavailable" with how long to wait. Gives back by the answer. */
  take: (attempt: Attempt) => Promise<() => Promise<void>>;
};

/** Counters on table `sign_in_limits` (made by our migrations: the library must not make its own). */
export function signInLimitsOn(db: Database): SignInLimits {
  const pool = (db as Database & { $client: Pool }).$client;
  const limiters = Object.fromEntries(
    Object.entries(TRIES).map(([counter, points]) => [
      counter,
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: "pool",
        tableName: "sign_in_limits",
        tableCreated: true,
        clearExpiredByTimeout: true,
        keyPrefix: counter,
        points,
        duration: WINDOW_SECONDS,
      }),
    ]),
  ) as Record<Counter, RateLimiterPostgres>;

  return {
    take: async (attempt) => {
      const taken: [RateLimiterPostgres, string][] = [];
      const giveBack = async () => {
        for (const [limiter, key] of taken) await limiter.reward(key);
      };
      for (const [counter, key] of countersOf(attempt)) {
        const limiter = limiters[counter];
        const refused = await limiter.consume(key).then(() => null, onlyRefusals);
        if (refused) throw tooMany(refused.msBeforeNext);
        taken.push([limiter, key]);
      }
      return giveBack;
    },
  };
}

/** The narrowest first: a try that is refused there uses up nothing of the wider ones. */
function countersOf({ email, source, isKnownSource }: Attempt): [Counter, string][] {
  const account = keyOf(email.toLowerCase());
  if (isKnownSource)
    return [
      ["known", account],
      ["source", source],
    ];
  return [
    ["stranger", `${account}:${source}`],
    ["source", source],
    ["strangers", account],
  ];
}

/** Addresses have any length and are personal; a key has neither. */
function keyOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

/** A database that is down is an error, not "too many tries". */
function onlyRefusals(refusal: unknown): RateLimiterRes {
  if (refusal instanceof RateLimiterRes) return refusal;
  throw refusal;
}

function tooMany(waitMs: number): Problem {
  const minutes = Math.max(1, Math.ceil(waitMs / 60_000));
  const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
  return new Problem("unavailable", `Too many tries. Wait ${wait}, then try again.`, {
    details: { waitMinutes: minutes },
  });
}

/**
 * What counts as one place: an IPv4 address, or the /64 of an IPv6 address, because a household
 * has all of it. `forwardedFor` is the single value that the front sets; anything else is "unknown".
 */
export function sourceOf(forwardedFor: string): string {
  const text = forwardedFor.trim();
  if (!ipaddr.isValid(text)) return "unknown";
  const address = ipaddr.process(text);
  if (address.kind() === "ipv4") return address.toString();
  const network = (address as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(":")}::/64`;
}
