import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Ctx } from "#domain/context.ts";
import { runFirst } from "#domain/outlet/first-run.ts";
import { firstRunInput } from "#domain/outlet/input.ts";
import { signInWithPassword } from "./auth.ts";
import { settings } from "./env.ts";

export const openNewsroomInput = firstRunInput.extend({ demo: z.boolean() });

/**
 * The first run from the browser: sets the newsroom up, signs its first admin in, and says the
 * demo people's password once when this made one (DEMO_PASSWORD is known to whoever gave it).
 */
export async function openNewsroomHere(ctx: Ctx, { demo, ...input }: z.output<typeof openNewsroomInput>) {
  const given = settings().demoPassword;
  const password = given ?? randomBytes(9).toString("base64url");
  const { changeSeq, demoEmails } = await runFirst(ctx, input, demo ? password : undefined);
  await signInWithPassword({ email: input.admin.email, password: input.admin.password });
  const told = demo && given === null ? { emails: demoEmails, password } : null;
  return { next: "/desk", demo: told, changeSeq };
}
