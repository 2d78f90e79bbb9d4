/** Where a build has put what readers' pages wear, their scripts, and the typefaces of share cards. */
import { join } from "node:path";
import { isProduction } from "./env.ts";

/** Of the running build; while developing, of the last run of scripts/build-reader.ts. */
export function readerFolder({ buildDir }: { buildDir: string }): string {
  const made = isProduction() ? join(buildDir, "reader") : ".build/reader";
  return join(/* turbopackIgnore: true */ process.cwd(), made);
}
