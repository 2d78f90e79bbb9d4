"use client";
import { Button as AriaButton } from "react-aria-components/Button";
import { useWords } from "../words.client.tsx";
import { Face } from "./face.tsx";
import { Menu } from "./menu.client.tsx";

type PersonMenuProps = {
  name: string;
  face: string | null;
  links: readonly { href: string; label: string }[];
  /** Ends the session and leaves for an address outside the newsroom by itself. */
  signOut: (input: null) => Promise<unknown>;
};

/** Whatever is on the screen may ask first: what only this device has goes with the session. */
export const SIGNING_OUT = "dateline:signing-out";
const mayLeave = () => window.dispatchEvent(new Event(SIGNING_OUT, { cancelable: true }));

/** Who is signed in, and the way out. */
export function PersonMenu({ name, face, links, signOut }: PersonMenuProps) {
  const t = useWords("kit");
  const items = [
    ...links.map(({ href, label }) => ({ id: href, href, label })),
    { id: "sign-out", label: t("signOut"), onAction: () => mayLeave() && void signOut(null) },
  ];
  return (
    <Menu label={name} items={items}>
      <AriaButton className="relative inline-flex min-h-11 max-w-48 shrink-0 cursor-pointer items-center gap-2 rounded-field px-2 text-sm hover:bg-tint sm:pointer-fine:min-h-9">
        <Face src={face} name={name} className="size-7 text-xs" />
        <bdi aria-hidden className="hidden truncate sm:inline">
          {name}
        </bdi>
        <span className="sr-only">{t("personMenu", { name })}</span>
      </AriaButton>
    </Menu>
  );
}
