"use server";
import { recoverInput } from "#domain/users/input.ts";
import { recoverAccount } from "#domain/users/recover.ts";
import { openAction } from "#server/action.ts";
import { signInWithPassword } from "#server/auth.ts";

export const recover = openAction(recoverInput, async (ctx, input) => {
  const { email } = await recoverAccount(ctx, input);
  await signInWithPassword({ email, password: input.password });
  return { next: "/desk" };
});
