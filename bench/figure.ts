/** One line of the table: what was measured, what it came to, what it must reach. */
export type Figure = {
  what: string;
  /** As the table prints it: "7.2 ms". */
  reached: string;
  must: string;
  met: boolean;
  /** What was reached as a share of the limit, 1 being just met; of several limits the worst. Less is better. */
  ofLimit: number;
  samples: number;
  /** Everything that was measured, for the JSON. */
  values: Record<string, number | string | number[]>;
  /** What each try came to, where it took more than one. */
  tries?: string[];
};

export type Sorted = readonly number[];

export function sorted(values: readonly number[]): Sorted {
  return [...values].sort((a, b) => a - b);
}

/** The value below which `share` (0 to 1) of the samples lie. */
export function percentile(values: readonly number[], share: number): number {
  const all = sorted(values);
  return all[Math.min(all.length - 1, Math.ceil(all.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** The table as Markdown, as docs/performance.md holds it. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ what, reached, must, met, samples }) =>
      `| ${what} | ${reached} | ${must} | ${met ? "yes" : "**no**"} | ${samples} |`,
  );
  return ["| What | Reached | Must reach | Met | Samples |", "| --- | --- | --- | --- | --- |", ...rows].join(
    "\n",
  );
}
