import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { LANGUAGES, type Language } from "../vocabulary.ts";
import { BLOCK_NAMES, LANGUAGE_TAG } from "./nodes.ts";

/**
 * What every block may carry. `dir` and `lang` are set where a block differs from its story;
 * `suggestion` and `source` are kept for suggested changes and for translations, so that today's
 * editors don't delete what tomorrow's write. A new paragraph begun after one inherits neither.
 */
export function blockAttributes(language: Language): Extension {
  const { direction } = LANGUAGES[language];
  const dirOf = (element: HTMLElement) => {
    const dir = element.getAttribute("dir")?.toLowerCase();
    return (dir === "ltr" || dir === "rtl") && dir !== direction ? dir : null;
  };
  const langOf = (element: HTMLElement) => {
    const lang = element.getAttribute("lang") ?? "";
    return LANGUAGE_TAG.test(lang) && lang.split("-")[0]?.toLowerCase() !== language ? lang : null;
  };
  return Extension.create({
    name: "blockAttributes",
    addGlobalAttributes: () => [
      {
        types: [...BLOCK_NAMES],
        attributes: {
          dir: { default: null, parseHTML: dirOf },
          lang: { default: null, parseHTML: langOf },
          suggestion: { default: null, rendered: false, keepOnSplit: false, parseHTML: () => null },
          source: { default: null, rendered: false, keepOnSplit: false, parseHTML: () => null },
        },
      },
    ],
  });
}

/** The story's language decides direction: "auto" turns `Reuters: …` round (ueberdosis/tiptap#7338). */
export function baseDirection(language: Language): Extension {
  return Extension.create({
    name: "baseDirection",
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey("baseDirection"),
        props: { attributes: { dir: LANGUAGES[language].direction, lang: language } },
      }),
    ],
  });
}
