import { join } from "node:path";

/** Where parts of uploads lie until the whole has arrived. */
export function uploadsFolder(dataDir: string): string {
  return join(/*turbopackIgnore: true*/ dataDir, "uploads");
}
