import type { Outlet } from "./find-outlet.ts";

/** The two clocks of whoever reads times in another zone than the newsroom's; null: there is one. */
export function zonesOf(own: string | null, outlet: Outlet | null): { own: string; newsroom: string } | null {
  const newsroom = outlet?.settings.timeZone;
  return own === null || newsroom === undefined || own === newsroom ? null : { own, newsroom };
}
