/**
 * Which browser the tests drive: the one that PW_CHROMIUM names, Debian's, or the one that npm
 * brings (@sparticuz/chromium, an optional dependency, Linux on x64).
 */
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const OF_THE_SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome-stable"];
const FROM_NPM = "@sparticuz/chromium";

export type Chromium = { path: string; libraries: string | null };

/** Throws one sentence on what to install when there is none. */
export async function findChromium(): Promise<Chromium> {
  const { PW_CHROMIUM: given } = process.env;
  if (given) {
    if (!existsSync(given)) throw new Error(`PW_CHROMIUM names ${given}, and there is no such file.`);
    return { path: given, libraries: null };
  }
  const installed = OF_THE_SYSTEM.find((path) => existsSync(path));
  const found = installed ? { path: installed, libraries: null } : await unpackFromNpm();
  if (found) return found;
  throw new Error(
    "Browser tests need Chromium: install it (Debian: apt install chromium), or set PW_CHROMIUM to where it is.",
  );
}

/**
 * The package brings NSS and the like along, and unpacks them only where it believes itself on
 * Amazon's machines; they are the libraries that a bare Debian lacks too.
 */
async function unpackFromNpm(): Promise<Chromium | null> {
  process.env.AWS_EXECUTION_ENV ??= `AWS_Lambda_nodejs${process.versions.node.split(".")[0]}.x`;
  const ours = process.env.LD_LIBRARY_PATH;
  const shipped = await import(FROM_NPM).then(
    (module: { default: { executablePath: () => Promise<string> } }) => module.default,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_MODULE_NOT_FOUND" || error.code === "MODULE_NOT_FOUND") return null;
      throw error;
    },
  );
  if (!shipped) return null;
  const path = await shipped.executablePath();
  // It writes itself into our environment; only the browser may see those libraries.
  if (ours === undefined) delete process.env.LD_LIBRARY_PATH;
  else process.env.LD_LIBRARY_PATH = ours;
  return { path, libraries: join(tmpdir(), "al2023/lib") };
}
