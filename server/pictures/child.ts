/**
 * The process that opens one picture and ends. It gets one order on its standard input and gives
 * one answer on its standard output; it has no secrets, no database and no network of ours, so a
 * file that takes it over has taken a folder. Started by in-child.ts, under limits.
 */
import { text } from "node:stream/consumers";
import type { Order } from "./orders.ts";

const order = JSON.parse(await text(process.stdin)) as Order;
process.stdout.write(JSON.stringify(await obey(order)));

async function obey(wanted: Order): Promise<unknown> {
  if (wanted.task === "look") return (await import("./look.ts")).look(wanted);
  if (wanted.task === "card") return (await import("../cards/draw.ts")).drawCard(wanted);
  if (wanted.task === "icon") return (await import("./draw-icon.ts")).drawIcon(wanted);
  return (await import("./render.ts")).render(wanted);
}
