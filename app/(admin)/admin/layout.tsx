import type { ReactNode } from "react";
import { AppShell, PageBody } from "#components/ui/app-shell.tsx";
import { Words, words } from "#components/words.tsx";
import { findOutlet } from "#domain/outlet/find-outlet.ts";
import { outletNameIn } from "#domain/outlet/outlet-name.ts";
import { deskDatabase } from "#server/pools.ts";
import { interfaceLanguage, requirePerson } from "#server/session.ts";
import { signOut } from "../../(auth)/sign-out.ts";

/** The frame only: every page asks for the right by itself. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [person, outlet, language] = await Promise.all([
    requirePerson("/admin/people"),
    findOutlet({ db: deskDatabase() }),
    interfaceLanguage(),
  ]);
  const t = words("admin", language);
  return (
    <Words namespaces={["admin", "auth"]} language={language}>
      <AppShell
        language={language}
        name={outlet ? outletNameIn(outlet.settings, language) : words("auth", language)("product")}
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
