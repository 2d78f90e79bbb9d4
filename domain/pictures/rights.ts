/** What somebody may do to a picture: their own uploads they describe and cut themselves. */
import { type Actor, actorId } from "../context.ts";
import { authorize, may } from "../permissions.ts";

type Uploaded = { uploadedBy: string | null };

export function mayChangePicture(actor: Actor, { uploadedBy }: Uploaded): boolean {
  if (may(actor, "picture.edit")) return true;
  return uploadedBy !== null && uploadedBy === actorId(actor) && may(actor, "picture.upload");
}

export function authorizePictureChange(actor: Actor, picture: Uploaded): void {
  if (!mayChangePicture(actor, picture)) authorize(actor, "picture.edit");
}
