const STAFF = /^\/(?:desk|admin)(?:[/?]|$)/;

/**
 * Where to go after sign-in: an address inside the newsroom's own rooms, or "/desk". Everything
 * else (another origin by "//", "/\" or control characters, a scheme, a very long text) is "/desk".
 */
export function safeNext(asked: unknown): string {
  if (typeof asked !== "string" || asked.length > 1000) return "/desk";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these, so they disguise an address
  if (/[\u0000-\u0020\u007f\\]/.test(asked) || asked.startsWith("//")) return "/desk";
  const url = URL.canParse(asked, "http://here.invalid") ? new URL(asked, "http://here.invalid") : null;
  if (url === null || url.origin !== "http://here.invalid") return "/desk";
  const path = `${url.pathname}${url.search}`;
  return STAFF.test(path) && !path.includes("//") ? path : "/desk";
}
