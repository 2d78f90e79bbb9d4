/** Every interface string, by namespace. A key that isn't in the English file is a type error. */
import type { Language } from "#domain/vocabulary.ts";
import type admin from "../messages/en/admin.json";
import type auth from "../messages/en/auth.json";
import type desk from "../messages/en/desk.json";
import type editor from "../messages/en/editor.json";
import type history from "../messages/en/history.json";
import type kit from "../messages/en/kit.json";
import type me from "../messages/en/me.json";
import type moving from "../messages/en/moving.json";
import type outlet from "../messages/en/outlet.json";
import type pages from "../messages/en/pages.json";
import type pictures from "../messages/en/pictures.json";
import type room from "../messages/en/room.json";
import type words from "../messages/en/words.json";
import type writing from "../messages/en/writing.json";

export type Messages = {
  admin: typeof admin;
  auth: typeof auth;
  desk: typeof desk;
  editor: typeof editor;
  history: typeof history;
  kit: typeof kit;
  me: typeof me;
  outlet: typeof outlet;
  pages: typeof pages;
  room: typeof room;
  words: typeof words;
  writing: typeof writing;
  moving: typeof moving;
  pictures: typeof pictures;
};

export type Namespace = keyof Messages;

/**
 * What plurals and React Aria's own fields go by. Chromium knows nothing of Kurdish and would count
 * in English there and in Kurdish on the server, so `ckb` itself is never handed to Intl. Digits are
 * those of `domain/time.ts`.
 */
export const INTL_LOCALES: Readonly<Record<Language, string>> = {
  en: "en-GB",
  ar: "ar-IQ-u-nu-latn",
  ckb: "ar-IQ-u-nu-latn",
};
