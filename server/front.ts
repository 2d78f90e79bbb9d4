/** The public port: readers' pages from memory, staff addresses to web. It starts first, before the database. */
import { environment } from "./env.ts";
import { startFront } from "./front/start.ts";
import { log } from "./log.ts";
import { runRole } from "./role.ts";

await runRole("front", async (settings) => {
  const { NODE_ENV, NEXT_DEPLOYMENT_ID: build = null } = environment();
  const front = await startFront({ ...settings, build, development: NODE_ENV === "development" });
  log().info({ port: settings.port, pages: front.edition.count().pages }, "Readers are served.");
  return front.stop;
});
