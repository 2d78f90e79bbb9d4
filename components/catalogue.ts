/**
 * What the interface says in each of its languages (INTERFACE_LANGUAGES in domain/vocabulary.ts).
 * Adding one: its files in `messages/`, a row here and there. What it doesn't say yet is said in English.
 */
import type { InterfaceLanguage, Language } from "#domain/vocabulary.ts";
import admin from "../messages/en/admin.json" with { type: "json" };
import auth from "../messages/en/auth.json" with { type: "json" };
import desk from "../messages/en/desk.json" with { type: "json" };
import editor from "../messages/en/editor.json" with { type: "json" };
import history from "../messages/en/history.json" with { type: "json" };
import kit from "../messages/en/kit.json" with { type: "json" };
import me from "../messages/en/me.json" with { type: "json" };
import moving from "../messages/en/moving.json" with { type: "json" };
import outlet from "../messages/en/outlet.json" with { type: "json" };
import pages from "../messages/en/pages.json" with { type: "json" };
import pictures from "../messages/en/pictures.json" with { type: "json" };
import room from "../messages/en/room.json" with { type: "json" };
import words from "../messages/en/words.json" with { type: "json" };
import writing from "../messages/en/writing.json" with { type: "json" };
import type { Messages, Namespace } from "./messages.ts";

type Said<Tree> = { readonly [Key in keyof Tree]?: Tree[Key] extends string ? string : Said<Tree[Key]> };

export type Catalogue = { readonly en: Messages } & {
  readonly [L in Exclude<Language, "en">]?: Said<Messages>;
};

export const CATALOGUE: Catalogue & Readonly<Record<InterfaceLanguage, unknown>> = {
  en: { admin, auth, desk, editor, history, kit, me, moving, outlet, pages, pictures, room, words, writing },
};

/** One namespace's strings in a language, each missing one in English. */
export function messagesIn<N extends Namespace>(
  namespace: N,
  language: Language,
  catalogue: Catalogue = CATALOGUE,
): Messages[N] {
  const english = catalogue.en[namespace];
  const own = language === "en" ? undefined : catalogue[language]?.[namespace];
  return own === undefined ? english : (filledUp(english, own as Tree) as Messages[N]);
}

type Tree = { readonly [key: string]: string | Tree };

function filledUp(english: Tree, own: Tree): Tree {
  return Object.fromEntries(
    Object.entries(english).map(([key, sentence]) => {
      const said = own[key];
      if (typeof sentence === "string")
        return [key, typeof said === "string" && said !== "" ? said : sentence];
      return [key, typeof said === "object" ? filledUp(sentence, said) : sentence];
    }),
  );
}
