/** What the front says by itself when web can't: the page was taken back, or isn't to be had just now. */
import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";

type Words = { title: string; text: string };

const WITHDRAWN: Record<Language, Words> = {
  en: {
    title: "This story has been withdrawn",
    text: "The newsroom has taken it back. It is no longer available.",
  },
  ar: { title: "سُحبت هذه المادة", text: "سحبتها غرفة الأخبار ولم تعد متاحة." },
  ckb: { title: "ئەم بابەتە کشێنراوەتەوە", text: "ژووری هەواڵ کشاندوویەتییەوە و چیتر بەردەست نییە." },
};

const UNAVAILABLE: Record<Language, Words> = {
  en: {
    title: "This page can’t be shown just now",
    text: "We are working on it. Please try again in a minute.",
  },
  ar: { title: "لا يمكن عرض هذه الصفحة الآن", text: "نعمل على إصلاح ذلك. يُرجى المحاولة بعد دقيقة." },
  ckb: {
    title: "لە ئێستادا ناتوانرێت ئەم پەڕەیە پیشان بدرێت",
    text: "کاری لەسەر دەکەین. تکایە دوای خولەکێک هەوڵ بدەرەوە.",
  },
};

const STYLE =
  "body{font:1.125rem/1.6 Georgia,serif;max-inline-size:34rem;margin:20vh auto;padding-inline:1.25rem;" +
  "color-scheme:light dark}h1{font-size:1.75rem;line-height:1.3}";
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

export function sayWithdrawn(res: ServerResponse, language: Language, withBody: boolean): void {
  say(res, 410, language, WITHDRAWN[language], withBody);
}

export function sayUnavailable(res: ServerResponse, language: Language, withBody: boolean): void {
  res.setHeader("retry-after", "10");
  say(res, 503, language, UNAVAILABLE[language], withBody);
}

/** The language of a reader's address; English where it has none. */
export function languageOf(path: string): Language {
  const first = path.split("/")[1] ?? "";
  return Object.hasOwn(LANGUAGES, first) ? (first as Language) : "en";
}

/** A short answer for programs and mistakes: nobody's page. */
export function sayPlainly(res: ServerResponse, status: number, sentence: string, more: string[] = []): void {
  const body = Buffer.from(`${sentence}\n`);
  const head = ["content-type", "text/plain; charset=utf-8", "cache-control", "no-store"];
  head.push("x-content-type-options", "nosniff", "content-length", String(body.length), ...more);
  res.writeHead(status, head);
  res.end(body);
}

function say(
  res: ServerResponse,
  status: number,
  language: Language,
  { title, text }: Words,
  withBody: boolean,
): void {
  const { direction } = LANGUAGES[language];
  const body = Buffer.from(
    `<!doctype html><html lang="${language}" dir="${direction}"><meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style>` +
      `<body><main><h1>${title}</h1><p>${text}</p></main></body></html>`,
  );
  res.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-language": language,
    "content-security-policy": `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "content-length": body.length,
  });
  res.end(withBody ? body : undefined);
}
