import { settings } from "./env.ts";

/** The whole address of a one-time door. From BASE_URL, never from what a request calls us. */
export function publicLink(path: "/welcome" | "/reset", token: string): string {
  return `${settings().baseUrl}${path}?token=${encodeURIComponent(token)}`;
}
