import type { Labels, OutletSettings } from "#db/shapes.ts";
import type { Language } from "#domain/vocabulary.ts";

export type SectionDraft = { key: string; slug: string; labels: Labels };

/** The first run as it stands on the screen. */
export type WelcomeDraft = { settings: OutletSettings; sections: SectionDraft[] };

export type WelcomeInput = {
  token: string;
  admin: { name: string; email: string; password: string };
  settings: OutletSettings;
  sections: { slug: string; labels: Labels }[];
  demo: boolean;
};

/** The same settings with a text of one language changed. */
export function withLabel<K extends "name" | "zoneLabels" | "description">(
  settings: OutletSettings,
  field: K,
  language: Language,
  text: string,
): OutletSettings {
  return { ...settings, [field]: { ...settings[field], [language]: text } };
}

/** The same settings with a language added or taken away; the first language is always one of them. */
export function withLanguage(settings: OutletSettings, language: Language, isIn: boolean): OutletSettings {
  const languages = isIn
    ? [...settings.languages, language]
    : settings.languages.filter((each) => each !== language);
  const [first = settings.defaultLanguage] = languages;
  const defaultLanguage = languages.includes(settings.defaultLanguage) ? settings.defaultLanguage : first;
  return { ...settings, languages, defaultLanguage };
}
