"use server";
import { acceptInvitation } from "#domain/users/accept-invitation.ts";
import { acceptInvitationInput } from "#domain/users/input.ts";
import { openAction } from "#server/action.ts";
import { signInWithPassword } from "#server/auth.ts";
import { openNewsroomHere, openNewsroomInput } from "#server/open-newsroom.ts";

export const open = openAction(openNewsroomInput, openNewsroomHere);

export const join = openAction(acceptInvitationInput, async (ctx, input) => {
  const { email } = await acceptInvitation(ctx, input);
  await signInWithPassword({ email, password: input.password });
  return { next: "/desk" };
});
