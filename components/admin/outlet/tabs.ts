/** The parts of the outlet's form, in the order in which a new outlet needs them. */
export const TABS = ["paper", "looks", "menus", "publisher", "notices", "sharing"] as const;
export type TabName = (typeof TABS)[number];

/** The one that an address names; the first when it names none of them. */
export function tabIn(named: string | string[] | undefined): TabName {
  return TABS.find((name) => name === named) ?? "paper";
}
