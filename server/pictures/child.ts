/**
 * The process that opens one picture and ends. It gets one order on its standard input and gives
 * one answer on its standard output; it has no secrets, no database and no network of ours, so a
 * file that takes it over has taken a folder. Started by in-child.ts, under limits.
 */
import { text } from "node:stream/consumers";
import { FILE_IS_BROKEN, type Order } from "./orders.ts";

const order = JSON.parse(await text(process.stdin)) as Order;
try {
  process.stdout.write(JSON.stringify(await obey(order)));
} catch (error) {
  process.stderr.write(String((error as Error).stack ?? error));
  // What the system says (no room, no such library) has a code; what a decoder says of a file hasn't.
  process.exitCode = "code" in (error as Error) ? 1 : FILE_IS_BROKEN;
}

async function obey(wanted: Order): Promise<unknown> {
  if (wanted.task === "look") return (await import("./look.ts")).look(wanted);
  if (wanted.task === "card") return (await import("../cards/draw.ts")).drawCard(wanted);
  if (wanted.task === "icon") return (await import("./draw-icon.ts")).drawIcon(wanted);
  return (await import("./render.ts")).render(wanted);
}
