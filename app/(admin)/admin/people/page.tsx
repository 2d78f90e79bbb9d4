import type { Metadata } from "next";
import { PeopleRoom } from "#components/admin/people-room.client.tsx";
import { words } from "#components/words.tsx";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { listInvitations } from "#domain/users/list-invitations.ts";
import { listPeople } from "#domain/users/list-people.ts";
import { interfaceLanguage, requireRight } from "#server/session.ts";
import {
  changeRole,
  endSessions,
  invite,
  inviteList,
  makeRecoveryLink,
  restore,
  suspend,
  takeBack,
} from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("admin", await interfaceLanguage())("people.title") };
}

type PeoplePageProps = { searchParams: Promise<{ search?: string | string[] }> };

export default async function PeoplePage({ searchParams }: PeoplePageProps) {
  const asked = (await searchParams).search;
  const search = typeof asked === "string" ? asked.trim().slice(0, 200) : "";
  const ctx = await requireRight("people.manage", "/admin/people");
  const [people, invitations, outlet] = await Promise.all([
    listPeople(ctx, { search }),
    listInvitations(ctx),
    getOutlet(ctx),
  ]);
  return (
    <PeopleRoom
      key={search}
      search={search}
      people={people}
      invitations={invitations}
      ownId={ctx.actor.personId}
      timeZone={outlet.settings.timeZone}
      actions={{ invite, inviteList, takeBack, changeRole, endSessions, suspend, restore, makeRecoveryLink }}
    />
  );
}
