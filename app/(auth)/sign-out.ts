"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { openAction } from "#server/action.ts";
import { signOutHere } from "#server/auth.ts";

/** Ends this browser's session. The address after it isn't a page, so the browser goes there by a whole request. */
export const signOut = openAction(z.unknown(), async () => {
  await signOutHere();
  redirect("/api/auth/signed-out");
});
