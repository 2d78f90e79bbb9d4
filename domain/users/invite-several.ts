/**
 * A pasted list of people, one a line, in the forms that address books and spreadsheets give:
 * "Nali Faraj <nali@post.test>", "Nali Faraj, nali@post.test", an address alone. Each line stands by
 * itself: a bad one holds none of the others up and is given back as it was, with its number.
 */
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";
import { Problem } from "../problem.ts";
import { emailSchema, type InviteSeveralInput, nameSchema } from "./input.ts";
import { invitePerson, type Letter } from "./invite.ts";

const MOST_LINES = 100;

export type Invitee = { name: string; email: string };
type Line = { line: number; text: string };
export type RefusedLine = Line & { sentence: string };
export type InvitedLine = Line & Invitee & { token: string };

/**
 * Invites everybody on the list with one role, each by a link of their own. Says for every line what
 * came of it; the lines of people who were invited and of those who weren't add up to the list.
 */
export async function inviteSeveral(
  ctx: Ctx,
  { text, role }: InviteSeveralInput,
  writeLetter?: (invitee: Invitee, token: string) => Letter,
): Promise<{ invited: InvitedLine[]; refused: RefusedLine[] }> {
  authorize(ctx.actor, "people.manage");
  const invited: InvitedLine[] = [];
  const refused: RefusedLine[] = [];
  for (const line of linesOf(text)) {
    try {
      const invitee = inviteeIn(line, invited);
      const { token } = await invitePerson(
        ctx,
        { ...invitee, role },
        writeLetter && ((made) => writeLetter(invitee, made)),
      );
      invited.push({ ...line, ...invitee, token });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push({ ...line, sentence: error.message });
    }
  }
  return { invited, refused };
}

/** Lines with something on them, numbered as they stand. */
export function linesOf(text: string): Line[] {
  const lines = text
    .split(/\r?\n/)
    .map((each, index) => ({ line: index + 1, text: each.trim() }))
    .filter((each) => each.text !== "");
  if (lines.length === 0) throw new Problem("invalid", "Write at least one address.", { field: "text" });
  if (lines.length > MOST_LINES) {
    const message = `That list has ${lines.length} lines. Send at most ${MOST_LINES} at once.`;
    throw new Problem("invalid", message, { field: "text" });
  }
  return lines;
}

function inviteeIn({ text }: Line, before: readonly InvitedLine[]): Invitee {
  const { name: typed, address } = partsOf(text);
  const email = emailSchema.safeParse(address);
  if (!email.success) throw new Problem("invalid", "There is no e-mail address on this line.");
  const twin = before.find((each) => each.email.toLowerCase() === email.data.toLowerCase());
  if (twin) throw new Problem("conflict", `The same address stands on line ${twin.line}.`);
  const name = nameSchema.safeParse(typed === "" ? nameFrom(email.data) : typed);
  if (!name.success) throw new Problem("invalid", name.error.issues[0]?.message ?? "Write a name.");
  return { name: name.data, email: email.data };
}

/** The word with the @ is the address, the rest the name, whichever comes first. */
function partsOf(text: string): { name: string; address: string } {
  const words = text.split(/[\s,;<>\t]+/).filter((word) => word !== "");
  const address = words.find((word) => word.includes("@")) ?? "";
  const name = words.filter((word) => word !== address).join(" ");
  return { name: name.replace(/^["'“]+|["'”]+$/g, ""), address: address.replace(/^mailto:/i, "") };
}

/** "nali.faraj@…" is likely Nali Faraj; whoever joins can write it as they like. */
function nameFrom(email: string): string {
  const words = (email.split("@")[0] ?? "").split(/[._+-]+/).filter((word) => /\p{L}/u.test(word));
  const name = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join(" ");
  return name === "" ? email : name;
}
