"use server";
import { removeRedirectsInput } from "#domain/redirects/input.ts";
import { removeRedirects } from "#domain/redirects/remove.ts";
import { action } from "#server/action.ts";

export const remove = action(removeRedirectsInput, removeRedirects);
