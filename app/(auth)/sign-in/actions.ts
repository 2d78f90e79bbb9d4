"use server";
import { z } from "zod";
import { signInInput } from "#domain/users/input.ts";
import { openAction } from "#server/action.ts";
import { signInWithPassword } from "#server/auth.ts";
import { safeNext } from "#server/next-address.ts";

export const enter = openAction(
  signInInput.extend({ next: z.unknown() }),
  async (_ctx, { next, ...typed }) => {
    await signInWithPassword(typed);
    return { next: safeNext(next) };
  },
);
