import type { Metadata } from "next";
import { PeopleRoom } from "#components/admin/people-room.client.tsx";
import { words } from "#components/words.tsx";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { listInvitations } from "#domain/users/list-invitations.ts";
import { listPeople } from "#domain/users/list-people.ts";
import { interfaceLanguage, requireRight } from "#server/session.ts";
import { changeRole, endSessions, invite, makeRecoveryLink, restore, suspend, takeBack } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("admin", await interfaceLanguage())("people.title") };
}

export default async function PeoplePage() {
  const ctx = await requireRight("people.manage", "/admin/people");
  const [people, invitations, outlet] = await Promise.all([
    listPeople(ctx),
    listInvitations(ctx),
    getOutlet(ctx),
  ]);
  return (
    <PeopleRoom
      people={people}
      invitations={invitations}
      ownId={ctx.actor.personId}
      timeZone={outlet.settings.timeZone}
      actions={{ invite, takeBack, changeRole, endSessions, suspend, restore, makeRecoveryLink }}
    />
  );
}
