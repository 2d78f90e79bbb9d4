/** Every interface string, by namespace. A key that isn't in the English file is a type error. */
import type admin from "../messages/en/admin.json";
import type auth from "../messages/en/auth.json";
import type desk from "../messages/en/desk.json";
import type editor from "../messages/en/editor.json";
import type kit from "../messages/en/kit.json";

export type Messages = {
  admin: typeof admin;
  auth: typeof auth;
  desk: typeof desk;
  editor: typeof editor;
  kit: typeof kit;
};

export type Namespace = keyof Messages;

/** Languages that the newsroom's own interface speaks; stories are written in more. */
export const INTERFACE_LANGUAGE = "en";
