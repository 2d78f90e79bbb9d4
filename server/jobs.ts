/** What runs in the background: one table of name, when, and what it does. */
import { log } from "./log.ts";
import type { RoleSettings } from "./role-settings.ts";

export type JobRun = { readonly settings: RoleSettings; readonly now: Date };
export type Job = {
  readonly name: string;
  /** "asked": by a row in `outbox` with this name. Otherwise cron, in the outlet's own time. */
  readonly when: string;
  /** How long it may run before it is taken for dead and begun again. */
  readonly expireSeconds?: number;
  /** Somebody sits and waits for it: when its worker is killed, or it fails, it is begun again at once. */
  readonly isAwaited?: true;
  /** What was asked last is done first: the story that went out just now is the one that is shared now. */
  readonly order?: "newest-first";
  /** How long it lies in the queue at least, so that what people wait for has the machine first. */
  readonly afterSeconds?: number;
  /** May run twice after a crash: a second run must do no harm. */
  readonly run: (run: JobRun, payload: unknown) => Promise<void>;
};

export const JOBS: readonly Job[] = [
  {
    name: "mail",
    when: "asked",
    run: async ({ settings }, payload) => {
      const { sendLetter } = await import("./mail.ts");
      await sendLetter(settings.mail, payload);
    },
  },
  {
    name: "renditions",
    when: "asked",
    isAwaited: true,
    expireSeconds: 120,
    run: async (run, payload) => {
      const { makeRenditions } = await import("./pictures/make-renditions.ts");
      await makeRenditions(run, payload, "first");
    },
  },
  {
    name: "renditions-more",
    when: "asked",
    expireSeconds: 600,
    run: async (run, payload) => {
      const { makeRenditions } = await import("./pictures/make-renditions.ts");
      await makeRenditions(run, payload, "more");
    },
  },
  {
    name: "share-card",
    when: "asked",
    order: "newest-first",
    // Readers ask for the new page in the seconds after a publish: it is printed first.
    afterSeconds: 2,
    expireSeconds: 120,
    run: async (run, payload) => {
      const { makeShareCard } = await import("./cards/make-card.ts");
      await makeShareCard(run, payload);
    },
  },
  {
    name: "share-cards-missing",
    when: "15 2 * * *",
    run: async (run) => {
      const { orderMissing } = await import("./cards/order-missing.ts");
      log().info(await orderMissing(run), "ordered share cards for stories without one");
    },
  },
  {
    name: "import",
    when: "asked",
    // A night. Longer ones are taken up again: whoever comes second finds the first at it.
    expireSeconds: 43_200,
    run: async ({ settings }, payload) => {
      const { moveInOrdered } = await import("./imports/job.ts");
      await moveInOrdered(settings, payload);
    },
  },
  {
    name: "import-watch",
    when: "* * * * *",
    run: async ({ settings }) => {
      const { orderAbandoned } = await import("./imports/job.ts");
      await orderAbandoned(settings.databaseUrl);
    },
  },
  {
    name: "backup",
    when: "15 3 * * *",
    run: async ({ settings, now }) => {
      const { backUp } = await import("./backup/back-up.ts");
      const { databaseUrl: url, dataDir, backupKeepDays: keepDays } = settings;
      const { file, rows } = await backUp({ url, dataDir, keepDays, now });
      log().info({ file, rows }, "backed up");
    },
  },
  {
    name: "sweep",
    when: "45 3 * * *",
    run: async ({ settings, now }) => {
      const { sweepExpired } = await import("./worker/sweep.ts");
      log().info(await sweepExpired(settings.databaseUrl, now), "swept what had expired");
    },
  },
  {
    name: "prune-histories",
    when: "*/10 * * * *",
    run: async (run) => {
      const { pruneHistory } = await import("./history/prune.ts");
      const done = await pruneHistory(run, "recent");
      if (done.stories > 0) log().info(done, "pruned histories");
    },
  },
  {
    name: "prune-all-histories",
    when: "30 2 * * *",
    expireSeconds: 3600,
    run: async (run) => {
      const { pruneHistory } = await import("./history/prune.ts");
      log().info(await pruneHistory(run, "all"), "pruned all histories");
    },
  },
  {
    name: "expiring-pictures",
    when: "0 6 * * *",
    run: async (run) => {
      const { warnExpiring } = await import("./pictures/warn-expiring.ts");
      log().info(await warnExpiring(run), "looked for pictures before readers whose right ends");
    },
  },
  {
    name: "sweep-pictures",
    when: "30 4 * * *",
    run: async ({ settings, now }) => {
      const { sweepFiles } = await import("./pictures/sweep-files.ts");
      log().info(await sweepFiles(settings.databaseUrl, settings, now), "swept files of pictures");
    },
  },
  {
    name: "sweep-archives",
    when: "40 4 * * *",
    run: async ({ settings, now }) => {
      const { sweepArchives } = await import("./imports/sweep-archives.ts");
      log().info(await sweepArchives(settings.databaseUrl, settings.dataDir, now), "swept old archives");
    },
  },
];
