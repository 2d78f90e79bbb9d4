import type { ReactNode } from "react";
import { OrFailed } from "#components/desk/failed.client.tsx";
import { faceSrc } from "#components/media/face-src.ts";
import { Pictures } from "#components/media/pictures.client.tsx";
import { AppShell } from "#components/ui/app-shell.tsx";
import type { NavItem } from "#components/ui/nav-links.client.tsx";
import { Words, words } from "#components/words.tsx";
import { findOutlet } from "#domain/outlet/find-outlet.ts";
import { outletNameIn } from "#domain/outlet/outlet-name.ts";
import { zonesOf } from "#domain/outlet/zones-of.ts";
import { may } from "#domain/permissions.ts";
import { countExpiring } from "#domain/pictures/count-expiring.ts";
import { deskDatabase } from "#server/pools.ts";
import { interfaceLanguage, ownTimeZone, requireSession } from "#server/session.ts";
import { signOut } from "../(auth)/sign-out.ts";
import { pictureActions } from "./desk/pictures/picture-actions.ts";

/** Pictures that readers see and that we may not print much longer, or not any more. */
function badgeOf({ soon, over }: { soon: number; over: number }, t: ReturnType<typeof words<"desk">>) {
  const count = soon + over;
  return count === 0 ? null : { count, label: t("picturesExpiring", { soon, over }), isGrave: over > 0 };
}

/** The frame of the desk. It guards nothing: every verb asks for itself who is calling. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { person, pictureId } = await requireSession();
  const ctx = { db: deskDatabase(), actor: person, now: new Date() };
  const [outlet, language, own, expiring] = await Promise.all([
    findOutlet(ctx),
    interfaceLanguage(),
    ownTimeZone(),
    may(person, "story.read") ? countExpiring(ctx) : { soon: 0, over: 0 },
  ]);
  const t = words("desk", language);
  const nav: NavItem[] = [
    { href: "/desk", label: t("stories") },
    { href: "/desk/pictures", label: t("pictures"), badge: badgeOf(expiring, t) },
  ];
  if (may(person, "story.write.any"))
    nav.push({ href: "/desk/pages", label: words("pages", language)("title") });
  if (may(person, "story.create"))
    nav.push({ href: "/desk/writing", label: words("writing", language)("templates") });
  if (may(person, "people.manage")) nav.push({ href: "/admin", label: t("admin") });
  else if (may(person, "words.manage")) nav.push({ href: "/admin/topics", label: t("outletWords") });
  return (
    <AppShell
      language={language}
      name={outlet ? outletNameIn(outlet.settings, language) : t("machine")}
      home="/desk"
      nav={nav}
      person={{ name: person.name, face: faceSrc(pictureId), links: [{ href: "/me", label: t("account") }] }}
      zones={zonesOf(own, outlet)}
      signOut={signOut}
    >
      <Words namespaces={["desk", "editor", "pages", "pictures", "room", "writing"]} language={language}>
        <Pictures actions={pictureActions}>
          <OrFailed>{children}</OrFailed>
        </Pictures>
      </Words>
    </AppShell>
  );
}
