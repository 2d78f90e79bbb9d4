/**
 * How long each may take to finish what it began before it is ended. A start under way has a build
 * but no late roles, and one that runs has no build: they are never waited for together.
 */
import type { RoleName } from "../health.ts";

export const PATIENCE_MS: Record<RoleName | "build", number> = {
  build: 2_000,
  front: 3_500,
  web: 4_000,
  collab: 1_500,
  worker: 4_000,
};

/** Service managers are promised 20 s, counted from their signal; it may take a moment to be heard. */
export const STOP_LIMIT_MS = 18_500;
