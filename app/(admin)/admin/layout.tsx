import type { ReactNode } from "react";
import { WORD_ROOMS } from "#components/admin/words/word-actions.ts";
import { faceSrc } from "#components/media/face-src.ts";
import { Pictures } from "#components/media/pictures.client.tsx";
import { AppShell, PageBody } from "#components/ui/app-shell.tsx";
import type { NavItem } from "#components/ui/nav-links.client.tsx";
import { Words, words } from "#components/words.tsx";
import type { Person } from "#domain/context.ts";
import { findOutlet } from "#domain/outlet/find-outlet.ts";
import { outletNameIn } from "#domain/outlet/outlet-name.ts";
import { zonesOf } from "#domain/outlet/zones-of.ts";
import { may } from "#domain/permissions.ts";
import type { Permission } from "#domain/vocabulary.ts";
import { deskDatabase } from "#server/pools.ts";
import { interfaceLanguage, ownTimeZone, requireSession } from "#server/session.ts";
import { signOut } from "../../(auth)/sign-out.ts";
import { pictureActions } from "../../(desk)/desk/pictures/picture-actions.ts";

/** The rooms that this person has anything to do in. */
function roomsOf(person: Person, t: ReturnType<typeof words<"admin">>): NavItem[] {
  const rooms: (NavItem & { right: Permission })[] = [
    { right: "people.manage", href: "/admin/people", label: t("rooms.people") },
    { right: "outlet.manage", href: "/admin/outlet", label: t("rooms.outlet") },
    { right: "outlet.manage", href: "/admin/sections", label: t("rooms.sections") },
    { right: "words.manage", href: "/admin/topics", also: WORD_ROOMS, label: t("rooms.words") },
    { right: "outlet.manage", href: "/admin/import", also: ["/admin/redirects"], label: t("rooms.moving") },
    { right: "outlet.manage", href: "/admin/health", label: t("rooms.health") },
  ];
  return rooms.flatMap(({ right, ...item }) => (may(person, right) ? [item] : []));
}

/** The frame only: every page asks for the right by itself. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [{ person, pictureId }, outlet, language, own] = await Promise.all([
    requireSession("/admin/people"),
    findOutlet({ db: deskDatabase() }),
    interfaceLanguage(),
    ownTimeZone(),
  ]);
  const t = words("admin", language);
  return (
    <Words namespaces={["admin", "auth", "pictures"]} language={language}>
      <AppShell
        language={language}
        name={outlet ? outletNameIn(outlet.settings, language) : words("auth", language)("product")}
        home="/desk"
        nav={[{ href: "/desk", label: t("rooms.stories") }, ...roomsOf(person, t)]}
        person={{
          name: person.name,
          face: faceSrc(pictureId),
          links: [{ href: "/me", label: t("rooms.account") }],
        }}
        zones={zonesOf(own, outlet)}
        signOut={signOut.bind(null, undefined)}
      >
        <PageBody>
          <Pictures actions={pictureActions}>{children}</Pictures>
        </PageBody>
      </AppShell>
    </Words>
  );
}
