"use client";
import { UserRound } from "lucide-react";
import { Button as AriaButton } from "react-aria-components/Button";
import { useWords } from "../words.client.tsx";
import { Menu } from "./menu.client.tsx";

type PersonMenuProps = {
  name: string;
  links: readonly { href: string; label: string }[];
  /** Ends the session and leaves for an address outside the newsroom by itself. */
  signOut: (input: null) => Promise<unknown>;
};

/** Who is signed in, and the way out. */
export function PersonMenu({ name, links, signOut }: PersonMenuProps) {
  const t = useWords("kit");
  const items = [
    ...links.map(({ href, label }) => ({ id: href, href, label })),
    { id: "sign-out", label: t("signOut"), onAction: () => void signOut(null) },
  ];
  return (
    <Menu label={name} items={items}>
      <AriaButton
        aria-label={t("personMenu", { name })}
        className="inline-flex min-h-11 max-w-48 shrink-0 cursor-pointer items-center gap-2 rounded-field px-2 text-sm hover:bg-tint sm:pointer-fine:min-h-9"
      >
        <UserRound size={20} aria-hidden />
        <bdi className="hidden truncate sm:inline">{name}</bdi>
      </AriaButton>
    </Menu>
  );
}
