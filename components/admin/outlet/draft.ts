import type { Brand, Labels, MenuItem, OutletSettings, Publisher } from "#db/shapes.ts";
import { OUR_FACES } from "#domain/brand/faces.ts";
import type { Language, PageRole } from "#domain/vocabulary.ts";
import type { ActProblem } from "../../auth/use-act.ts";

/** What every tab of the outlet's form gets and gives. */
export type TabProps = {
  settings: OutletSettings;
  onChange: (settings: OutletSettings) => void;
  problem: ActProblem | null;
};

/** What a menu can name. */
export type MenuChoices = {
  sections: { slug: string; labels: Labels }[];
  pages: { familyId: string; slug: string; role: PageRole | null; titles: Labels; live: Language[] }[];
  topics: { topicId: string; labels: Labels }[];
};

/** Every part of the looks, so that a field has something to change. */
export function wholeBrand(brand: Brand | undefined): Required<Brand> {
  return {
    pictures: { logo: null, logoDark: null, icon: null },
    accent: { light: null, dark: null },
    faces: OUR_FACES,
    initials: "",
    profiles: [],
    ...brand,
  };
}

export function withBrand(settings: OutletSettings, change: Partial<Brand>): OutletSettings {
  return { ...settings, brand: { ...settings.brand, ...change } };
}

export const NOBODY: Publisher = {
  ...{ legalName: "", foundedOn: "", email: "", telephone: "" },
  ...{ street: "", city: "", postalCode: "", country: "" },
  ownership: {},
};

export type Place = "header" | "footer";

export function withMenu(settings: OutletSettings, place: Place, items: MenuItem[] | null): OutletSettings {
  const { header = null, footer = null } = settings.menus ?? {};
  return { ...settings, menus: { header, footer, [place]: items } };
}

/** The same list with one item somewhere else. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const next = [...items];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(Math.max(0, Math.min(to, next.length)), 0, item);
  return next;
}
