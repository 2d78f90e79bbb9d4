"use client";
import { UserPlus, UsersRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { InvitationRow } from "#domain/users/list-invitations.ts";
import type { PersonRow } from "#domain/users/list-people.ts";
import type { SeededRole } from "#domain/vocabulary.ts";
import { ProblemBanner } from "../auth/problem-banner.tsx";
import { type Act, type Answer, useAct } from "../auth/use-act.ts";
import { Button } from "../ui/button.client.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { useWords } from "../words.client.tsx";
import { type Invitation, InviteDialog, type Invited } from "./invite-dialog.client.tsx";
import { type InvitedSeveral, InviteSeveralDialog } from "./invite-several-dialog.client.tsx";
import { OpenInvitations } from "./open-invitations.client.tsx";
import { PeopleSearch } from "./people-search.client.tsx";
import { PeopleTable } from "./people-table.client.tsx";
import { ShownLink } from "./shown-link.client.tsx";
import { SuspendDialog } from "./suspend-dialog.client.tsx";

type OnPerson = { personId: string };
export type PeopleActions = {
  invite: Act<Invitation, Invited>;
  inviteList: Act<{ text: string; role: SeededRole }, InvitedSeveral>;
  takeBack: Act<{ invitationId: string }, unknown>;
  changeRole: Act<OnPerson & { from: SeededRole; to: SeededRole }, unknown>;
  endSessions: Act<OnPerson, unknown>;
  suspend: Act<OnPerson, unknown>;
  restore: Act<OnPerson, unknown>;
  makeRecoveryLink: Act<{ email: string }, { link: string }>;
};

type PeopleRoomProps = {
  /** What the list was searched for; "": everybody is there. */
  search: string;
  people: PersonRow[];
  invitations: InvitationRow[];
  ownId: string;
  timeZone: string;
  actions: PeopleActions;
};

/** Everybody who works here, and what an admin can do about it. */
export function PeopleRoom({ search, people, invitations, ownId, timeZone, actions }: PeopleRoomProps) {
  const t = useWords("admin");
  const router = useRouter();
  const { problem, perform } = useAct(t("noAnswer"));
  const [done, setDone] = useState<string | null>(null);
  const [inviting, setInviting] = useState<"one" | "several" | null>(null);
  const [leaving, setLeaving] = useState<PersonRow | null>(null);
  const [shown, setShown] = useState<{ title: string; lead: string; link: string } | null>(null);

  /** Does it, says so, and shows the list as it is then: also after a refusal, which may be about a change. */
  async function run(act: () => Promise<Answer<unknown>>, sentence: string) {
    setDone(null);
    const value = await perform(act);
    if (value !== null) setDone(sentence);
    router.refresh();
  }

  function showInvitation({ name }: Invitation, { link, isMailed }: Invited) {
    const lead = t("link.invitationLead", { name });
    setInviting(null);
    setShown({
      title: t("link.invitation", { name }),
      lead: isMailed ? `${lead} ${t("link.mailed")}` : lead,
      link,
    });
    router.refresh();
  }

  async function showRecovery({ name, email }: PersonRow) {
    const made = await perform(() => actions.makeRecoveryLink({ email }));
    if (!made) return;
    setShown({
      title: t("link.recovery", { name }),
      lead: t("link.recoveryLead", { name }),
      link: made.link,
    });
  }

  return (
    <>
      <PageHeader
        title={t("people.title")}
        lead={t("people.lead")}
        actions={
          <>
            <Button onPress={() => setInviting("several")}>
              <UsersRound size={18} aria-hidden />
              {t("inviteSeveral.button")}
            </Button>
            <Button variant="primary" onPress={() => setInviting("one")}>
              <UserPlus size={18} aria-hidden />
              {t("invite.button")}
            </Button>
          </>
        }
      />
      <ProblemBanner sentence={problem?.message} />
      <StatusLine tone="good">{done}</StatusLine>
      <PeopleSearch search={search} />
      <PeopleTable
        {...{ people, ownId, timeZone }}
        onRole={({ personId, name }, from, to) =>
          run(() => actions.changeRole({ personId, from, to }), t("people.roleChanged", { name, role: to }))
        }
        onEndSessions={({ personId, name }) =>
          run(() => actions.endSessions({ personId }), t("people.sessionsEnded", { name }))
        }
        onRestore={({ personId, name }) =>
          run(() => actions.restore({ personId }), t("people.restoredNow", { name }))
        }
        onSuspend={setLeaving}
        onRecovery={showRecovery}
      />
      <OpenInvitations
        {...{ invitations, timeZone }}
        onTakeBack={({ invitationId, name }) =>
          run(() => actions.takeBack({ invitationId }), t("invitations.takenBack", { name: name ?? "" }))
        }
      />
      {inviting === "one" && (
        <InviteDialog invite={actions.invite} onInvited={showInvitation} onClose={() => setInviting(null)} />
      )}
      {inviting === "several" && (
        <InviteSeveralDialog
          invite={actions.inviteList}
          onInvited={() => router.refresh()}
          onClose={() => setInviting(null)}
        />
      )}
      {leaving && (
        <SuspendDialog
          name={leaving.name}
          onClose={() => setLeaving(null)}
          onSuspend={() => {
            const { personId, name } = leaving;
            setLeaving(null);
            run(() => actions.suspend({ personId }), t("people.suspendedNow", { name }));
          }}
        />
      )}
      {shown && <ShownLink {...shown} onClose={() => setShown(null)} />}
    </>
  );
}
