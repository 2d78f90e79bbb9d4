/** Who is where in a room, as others may believe it: names come from the session, never from the browser. */
import type { beforeHandleAwarenessPayload } from "@hocuspocus/server";
import { colourOf, initialsOf } from "#domain/rooms/colours.ts";
import type { Seat } from "./seat.ts";

const LONGEST_CARET = 2000;

export async function believeNobody({
  states,
  context,
  connection,
  document,
}: beforeHandleAwarenessPayload<Seat>): Promise<void> {
  if (!context || !connection) return;
  for (const [clientId, state] of states) {
    if (isSomebodyElses(document, connection, clientId)) {
      states.delete(clientId);
      continue;
    }
    const { place, cursor } = state;
    states.set(clientId, {
      user: {
        personId: context.personId,
        name: context.name,
        colour: colourOf(context.personId),
        color: colourOf(context.personId),
        initials: initialsOf(context.name),
      },
      place: typeof place === "string" ? place.slice(0, 40) : null,
      cursor: cursor && JSON.stringify(cursor).length <= LONGEST_CARET ? cursor : null,
      mayWrite: connection.readOnly !== true,
    });
  }
}

type Payload = beforeHandleAwarenessPayload<Seat>;

function isSomebodyElses(
  document: Payload["document"],
  own: NonNullable<Payload["connection"]>,
  clientId: number,
): boolean {
  return document
    .getConnections()
    .some((connection) => connection !== own && document.getClients(connection).has(clientId));
}
