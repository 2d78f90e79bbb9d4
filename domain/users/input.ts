/** What the verbs about people accept: one schema for the form, the action and the verb. */
import { z } from "zod";
import { isTimeZone } from "../time.ts";
import { INTERFACE_LANGUAGES, SEEDED_ROLE_NAMES } from "../vocabulary.ts";

const personId = z.uuid("That isn't the id of anybody here.");
const token = z.string().min(20, "This link is incomplete.").max(100, "This link is not one of ours.");

/** As the person typed it, without the spaces around it. One plain ASCII address: no lists, quotes or comments. */
export const emailSchema = z
  .string()
  .trim()
  .max(254, "An e-mail address has at most 254 characters.")
  .pipe(z.email("That doesn't look like an e-mail address."));

/** Control and direction characters would let a name disguise itself in a list. */
export const nameSchema = z
  .string()
  .transform((text) =>
    text.replace(/[\p{Cc}\p{Cf}\s]+/gu, (run) => (run.includes("\u200c") ? "\u200c" : " ")).trim(),
  )
  .pipe(z.string().min(1, "Write a name.").max(120, "A name has at most 120 characters."));

export const MIN_PASSWORD_LENGTH = 10;
const OBVIOUS =
  /^(?:(.)\1*|0?1234567890?\d*|(?:password|passw0rd|qwertyuiop|administrator|newsroom)[\d!.]*)$/i;

/** Length is what counts (NIST SP 800-63B-4): no rules on kinds of characters, only the obvious refused. */
export const passwordSchema = z
  .string()
  .min(MIN_PASSWORD_LENGTH, `A password has at least ${MIN_PASSWORD_LENGTH} characters.`)
  .max(200, "A password has at most 200 characters.")
  .refine((text) => !OBVIOUS.test(text), "That password is among the first that anybody would try.");

export const roleSchema = z.enum(SEEDED_ROLE_NAMES, "Choose reporter, editor or admin.");

/** At the door nothing is said about the form of what was typed: a wrong password is a wrong password. */
export const signInInput = z.object({
  email: z.string().trim().min(1, "Write your e-mail address.").max(254, "That address is too long."),
  password: z.string().min(1, "Write your password.").max(200, "That password is too long."),
});
export type SignInInput = z.output<typeof signInInput>;

export const inviteInput = z.object({ name: nameSchema, email: emailSchema, role: roleSchema });
export type InviteInput = z.output<typeof inviteInput>;

export const addPersonInput = inviteInput.extend({ password: passwordSchema });
export type AddPersonInput = z.output<typeof addPersonInput>;

export const acceptInvitationInput = z.object({ token, name: nameSchema, password: passwordSchema });
export type AcceptInvitationInput = z.output<typeof acceptInvitationInput>;

export const recoverInput = z.object({ token, password: passwordSchema });
export type RecoverInput = z.output<typeof recoverInput>;

export const recoveryLinkInput = z.object({ email: emailSchema });
export type RecoveryLinkInput = z.output<typeof recoveryLinkInput>;

export const personInput = z.object({ personId });
export type PersonInput = z.output<typeof personInput>;

export const changeRoleInput = z.object({ personId, from: roleSchema, to: roleSchema });
export type ChangeRoleInput = z.output<typeof changeRoleInput>;

export const invitationInput = z.object({ invitationId: z.uuid("There is no such invitation.") });
export type InvitationInput = z.output<typeof invitationInput>;

export const changePasswordInput = z.object({
  currentPassword: z.string().min(1, "Write your present password.").max(200, "That password is too long."),
  newPassword: passwordSchema,
});
export type ChangePasswordInput = z.output<typeof changePasswordInput>;

/** A whole list as it was pasted; which of its lines are good is said line by line. */
export const inviteSeveralInput = z.object({
  text: z.string().max(20_000, "That is more than one list can hold. Send it in parts."),
  role: roleSchema,
});
export type InviteSeveralInput = z.output<typeof inviteSeveralInput>;

export const changeProfileInput = z.object({
  name: nameSchema,
  locale: z.enum(INTERFACE_LANGUAGES, "The newsroom doesn't speak that language yet."),
  timeZone: z
    .string()
    .refine(isTimeZone, "That isn't a time zone that we know. Try Asia/Baghdad.")
    .nullable(),
});
export type ChangeProfileInput = z.output<typeof changeProfileInput>;

export const changeOwnPictureInput = z.object({
  pictureId: z.uuid("That isn't the id of a picture.").nullable(),
});
export type ChangeOwnPictureInput = z.output<typeof changeOwnPictureInput>;

export const ownSessionInput = z.object({ sessionId: z.uuid("There is no such session.") });
export type OwnSessionInput = z.output<typeof ownSessionInput>;

export const listDeedsInput = z.object({ personId, before: z.string().max(100).optional() });
export type ListDeedsInput = z.output<typeof listDeedsInput>;
