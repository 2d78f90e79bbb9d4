import type { Database } from "#db/client.ts";

/**
 * A query that PostgreSQL plans once per connection. Reader pages ask the same few questions
 * all day, and planning through the views costs more than answering.
 */
export function prepareOnce<Prepared>(make: (db: Database) => Prepared): (db: Database) => Prepared {
  const made = new WeakMap<Database, Prepared>();
  return (db) => {
    const known = made.get(db);
    if (known !== undefined) return known;
    const prepared = make(db);
    made.set(db, prepared);
    return prepared;
  };
}
