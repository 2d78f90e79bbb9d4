import { invitationLetter } from "#components/admin/invitation-letter.ts";
import type { Ctx } from "#domain/context.ts";
import { interfaceLanguageFor } from "#domain/languages/interface-language.ts";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { outletNameIn } from "#domain/outlet/outlet-name.ts";
import type { InviteInput } from "#domain/users/input.ts";
import { invitePerson } from "#domain/users/invite.ts";
import { settings } from "#server/env.ts";
import { publicLink } from "#server/public-link.ts";

/** Makes the invitation, with a letter when mail is configured; the link is shown either way. */
export async function inviteByLink(
  ctx: Ctx,
  input: InviteInput,
): Promise<{ link: string; isMailed: boolean }> {
  const paper = (await getOutlet(ctx)).settings;
  // Nobody knows yet which language they would choose: the paper's own.
  const language = interfaceLanguageFor([paper.defaultLanguage]);
  const outlet = outletNameIn(paper, language);
  const linkOf = (token: string) => publicLink("/welcome", token);
  const letterOf = (token: string) =>
    invitationLetter({ language, to: input.email, outlet, inviter: ctx.actor.name, link: linkOf(token) });
  const isMailed = settings().mail !== null;
  const { token } = await invitePerson(ctx, input, isMailed ? letterOf : undefined);
  return { link: linkOf(token), isMailed };
}
