import { redirect } from "next/navigation";
import { may } from "#domain/permissions.ts";
import { requirePerson } from "#server/session.ts";

/** To the first room that this person has anything to do in. */
export default async function AdminPage() {
  const person = await requirePerson("/admin");
  redirect(may(person, "people.manage") ? "/admin/people" : "/admin/topics");
}
