"use server";
import { changeRole as change } from "#domain/users/change-role.ts";
import { createRecoveryLink } from "#domain/users/create-recovery-link.ts";
import { endSessions as end } from "#domain/users/end-sessions.ts";
import {
  changeRoleInput,
  invitationInput,
  inviteInput,
  inviteSeveralInput,
  personInput,
  recoveryLinkInput,
} from "#domain/users/input.ts";
import { restorePerson } from "#domain/users/restore.ts";
import { suspendPerson } from "#domain/users/suspend.ts";
import { takeBackInvitation } from "#domain/users/take-back-invitation.ts";
import { action } from "#server/action.ts";
import { publicLink } from "#server/public-link.ts";
import { inviteByLink, inviteSeveralByLink } from "./invite-by-link.ts";

export const invite = action(inviteInput, inviteByLink);
export const inviteList = action(inviteSeveralInput, inviteSeveralByLink);
export const takeBack = action(invitationInput, takeBackInvitation);
export const changeRole = action(changeRoleInput, change);
export const endSessions = action(personInput, end);
export const suspend = action(personInput, suspendPerson);
export const restore = action(personInput, restorePerson);

export const makeRecoveryLink = action(recoveryLinkInput, async (ctx, input) => {
  const { token } = await createRecoveryLink(ctx, input);
  return { link: publicLink("/reset", token) };
});
