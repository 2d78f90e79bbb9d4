import type { ReactNode } from "react";
import { INTERFACE_LANGUAGE } from "#components/messages.ts";
import { AppShell, PageBody } from "#components/ui/app-shell.tsx";
import { Words, words } from "#components/words.tsx";
import { findOutlet } from "#domain/outlet/find-outlet.ts";
import { outletNameIn } from "#domain/outlet/outlet-name.ts";
import { deskDatabase } from "#server/pools.ts";
import { requirePerson } from "#server/session.ts";
import { signOut } from "../../(auth)/sign-out.ts";

/** The frame only: every page asks for the right by itself. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [person, outlet] = await Promise.all([
    requirePerson("/admin/people"),
    findOutlet({ db: deskDatabase() }),
  ]);
  const t = words("admin");
  return (
    <Words namespaces={["admin", "auth"]}>
      <AppShell
        name={outlet ? outletNameIn(outlet.settings, INTERFACE_LANGUAGE) : words("auth")("product")}
        home="/desk"
        nav={[
          { href: "/desk", label: t("rooms.stories") },
          { href: "/admin/people", label: t("rooms.people") },
          { href: "/admin/outlet", label: t("rooms.outlet") },
          { href: "/admin/health", label: t("rooms.health") },
        ]}
        person={{ name: person.name, links: [{ href: "/desk/account", label: t("rooms.account") }] }}
        signOut={signOut.bind(null, undefined)}
      >
        <PageBody>{children}</PageBody>
      </AppShell>
    </Words>
  );
}
