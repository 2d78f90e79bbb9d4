/**
 * In tests, a second query on a connection that is still at its first is an error. The driver lines
 * such queries up today and won't for long; and they are never faster: a transaction has one connection.
 */
import pg from "pg";

type Ask = (...given: unknown[]) => unknown;

const prototype = pg.Client.prototype as unknown as { query: Ask };
const ask = prototype.query;
const busy = new WeakSet<object>();

prototype.query = function query(this: object, ...given: unknown[]): unknown {
  if (busy.has(this)) throw new Error("this connection is still at another query: ask one after the other");
  const last = given.at(-1);
  busy.add(this);
  const free = () => busy.delete(this);
  if (typeof last === "function") {
    const told = last as Ask;
    given[given.length - 1] = (...answer: unknown[]) => {
      free();
      return told.apply(this, answer);
    };
    return ask.apply(this, given);
  }
  const answer = ask.apply(this, given);
  if (answer instanceof Promise) answer.then(free, free);
  else free();
  return answer;
};
