"use client";
import type { InvitationRow } from "#domain/users/list-invitations.ts";
import { SEEDED_ROLE_NAMES } from "#domain/vocabulary.ts";
import { Time } from "../time.client.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.client.tsx";
import { useWords } from "../words.client.tsx";

type OpenInvitationsProps = {
  invitations: InvitationRow[];
  timeZone: string;
  onTakeBack: (invitation: InvitationRow) => void;
};

/** Who has been asked and hasn't come yet. */
export function OpenInvitations({ invitations, timeZone, onTakeBack }: OpenInvitationsProps) {
  const t = useWords("admin");
  if (invitations.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="font-semibold text-lg">{t("invitations.title")}</h2>
      <ul className="mt-2 divide-y divide-line border-line border-y">
        {invitations.map((invitation) => {
          const role = SEEDED_ROLE_NAMES.find((name) => name === invitation.role);
          return (
            <li
              key={invitation.invitationId}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-3"
            >
              <div className="min-w-0 flex-1 basis-60">
                <span className="flex flex-wrap items-center gap-2 font-medium">
                  <bdi>{invitation.name}</bdi>
                  {role && <Badge>{t(`roles.${role}`)}</Badge>}
                </span>
                <bdi className="block break-all text-ink-soft text-sm">{invitation.email}</bdi>
              </div>
              <span className="text-ink-soft text-sm">
                {t("invitations.by", { name: invitation.invitedByName ?? "" })}{" "}
                <Time at={invitation.expiresAt} timeZone={timeZone} />
              </span>
              <Button
                size="small"
                aria-label={t("invitations.takeBackFor", { name: invitation.name ?? "" })}
                onPress={() => onTakeBack(invitation)}
              >
                {t("invitations.takeBack")}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
