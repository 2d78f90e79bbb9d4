/**
 * Interface strings. In a server component: `const t = words("desk")`, then `t("key", { values })`.
 * In a `*.client.tsx` file: `useWords("desk")` from words.client.tsx; a layout above has put
 * `<Words namespaces={["desk"]}>` around it, so that the browser gets those strings and no others.
 */
import type { ReactNode } from "react";
import { createTranslator } from "use-intl/core";
import admin from "../messages/en/admin.json" with { type: "json" };
import auth from "../messages/en/auth.json" with { type: "json" };
import desk from "../messages/en/desk.json" with { type: "json" };
import editor from "../messages/en/editor.json" with { type: "json" };
import kit from "../messages/en/kit.json" with { type: "json" };
import { INTERFACE_LANGUAGE, type Messages, type Namespace } from "./messages.ts";
import { WordsProvider } from "./words.client.tsx";

const MESSAGES: Messages = { admin, auth, desk, editor, kit };

/** The strings of one namespace, in the interface's language. */
export function words<N extends Namespace>(namespace: N) {
  return createTranslator({ locale: INTERFACE_LANGUAGE, messages: MESSAGES[namespace] });
}

/** Hands strings on to the client components below it, on top of those that are there already. */
export function Words({ namespaces, children }: { namespaces: readonly Namespace[]; children: ReactNode }) {
  const messages = Object.fromEntries(namespaces.map((namespace) => [namespace, MESSAGES[namespace]]));
  return <WordsProvider messages={messages}>{children}</WordsProvider>;
}
