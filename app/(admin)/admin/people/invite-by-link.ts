import { invitationLetter } from "#components/admin/invitation-letter.ts";
import type { Ctx } from "#domain/context.ts";
import { interfaceLanguageFor } from "#domain/languages/interface-language.ts";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { outletNameIn } from "#domain/outlet/outlet-name.ts";
import type { InviteInput, InviteSeveralInput } from "#domain/users/input.ts";
import { invitePerson } from "#domain/users/invite.ts";
import { inviteSeveral } from "#domain/users/invite-several.ts";
import { settings } from "#server/env.ts";
import { publicLink } from "#server/public-link.ts";

const linkOf = (token: string) => publicLink("/welcome", token);

/** Makes the invitation, with a letter when mail is configured; the link is shown either way. */
export async function inviteByLink(
  ctx: Ctx,
  input: InviteInput,
): Promise<{ link: string; isMailed: boolean }> {
  const letterTo = await letters(ctx);
  const { token } = await invitePerson(ctx, input, letterTo && ((made) => letterTo(input.email, made)));
  return { link: linkOf(token), isMailed: letterTo !== undefined };
}

/** The same for a whole list: a link for each, and the lines that weren't taken. */
export async function inviteSeveralByLink(ctx: Ctx, input: InviteSeveralInput) {
  const letterTo = await letters(ctx);
  const { invited, refused } = await inviteSeveral(
    ctx,
    input,
    letterTo && (({ email }, token) => letterTo(email, token)),
  );
  const links = invited.map(({ name, email, token }) => ({ name, email, link: linkOf(token) }));
  return { invited: links, refused, isMailed: letterTo !== undefined };
}

/** Writes letters where mail is configured; undefined where it isn't. */
async function letters(ctx: Ctx) {
  if (settings().mail === null) return undefined;
  const paper = (await getOutlet(ctx)).settings;
  // Nobody knows yet which language they would choose: the paper's own.
  const language = interfaceLanguageFor([paper.defaultLanguage]);
  const outlet = outletNameIn(paper, language);
  return (to: string, token: string) =>
    invitationLetter({ language, to, outlet, inviter: ctx.actor.name, link: linkOf(token) });
}
