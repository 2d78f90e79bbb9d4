/** A snapshot is one screen of a room: which letters had been typed and which of them were gone. */
import * as Y from "yjs";

/** Whether everything that was typed or taken out by `inner` was so by `outer`. */
export function contains(outer: Y.Snapshot, inner: Y.Snapshot): boolean {
  for (const [client, clock] of inner.sv) if ((outer.sv.get(client) ?? 0) < clock) return false;
  const both = Y.mergeDeleteSets([outer.ds, inner.ds]);
  return Y.equalDeleteSets(both, Y.mergeDeleteSets([outer.ds]));
}

/** The room as it was on that screen, in a document of its own. */
export function roomAt(room: Y.Doc, snapshot: Y.Snapshot): Y.Doc {
  return Y.createDocFromSnapshot(room, snapshot, new Y.Doc({ gc: false }));
}
