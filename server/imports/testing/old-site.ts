/**
 * An old newspaper of our own making, as odd as real ones: for the exam and the tests. Every story
 * that wasn't public holds a canary, a word that no reader may ever see. The same seed is the same site.
 */
export type OldState =
  | "public"
  | "draft"
  | "pending"
  | "private"
  | "password"
  | "future"
  | "trash"
  | "members"
  | "email-only";
export type OldStory = {
  id: number;
  kind: "post" | "page";
  state: OldState;
  language: "en" | "ar" | "ckb";
  title: string;
  slug: string;
  markup: string;
  at: Date;
  author: number;
  category: number;
  tags: number[];
  picture: number | null;
  /** Stories that are one in several languages. */
  group: number | null;
  canary: string;
};
export type OldSite = {
  address: string;
  authors: { login: string; name: string }[];
  categories: { slug: string; name: string }[];
  tags: { slug: string; name: string }[];
  stories: Iterable<OldStory>;
  count: number;
};

const WORDS = {
  en: "snow river council market school doctor price bridge winter border village election water bread road".split(
    " ",
  ),
  ar: "الثلج النهر المجلس السوق المدرسة الطبيب السعر الجسر الشتاء الحدود القرية الانتخابات المياه الخبز الطريق".split(
    " ",
  ),
  ckb: "بەفر ڕووبار ئەنجومەن بازاڕ قوتابخانە پزیشک نرخ پرد زستان سنوور گوند هەڵبژاردن ئاو نان ڕێگا هەولێر".split(
    " ",
  ),
} as const;
const LANGUAGES = ["en", "ar", "ckb"] as const;
const HIDDEN: readonly OldState[] = ["draft", "pending", "private", "password", "future", "trash"];
export const HIDDEN_OF_GHOST: readonly OldState[] = ["draft", "members", "future", "email-only"];

/** `randomFor` gives numbers that are the same each time for one story: the site is read many times. */
export function makeOldSite(
  randomFor: (id: number) => () => number,
  count: number,
  hidden: readonly OldState[] = HIDDEN,
): OldSite {
  const one = (id: number): OldStory => {
    const random = randomFor(id);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const sentence = (language: OldStory["language"], length: number) =>
      Array.from({ length }, () => pick(WORDS[language])).join(" ");
    const language = pick(LANGUAGES);
    const state = random() < 0.7 ? "public" : pick(hidden);
    const canary = state === "public" ? "" : `canaryword${id}x`;
    const title = `${sentence(language, 4 + Math.floor(random() * 5))} ${canary}`.trim();
    const slug = random() < 0.05 ? "same-old-slug" : sentence(language, 4).replaceAll(" ", "-");
    return {
      ...{ id, state, language, title, canary },
      kind: random() < 0.02 ? "page" : "post",
      slug: `${slug}${random() < 0.9 ? `-${id}` : ""}`,
      markup: body(random, (length) => sentence(language, length), canary),
      at: new Date(
        Date.UTC(2012, 0, 1) +
          Math.floor(random() * 4_300) * 86_400_000 +
          Math.floor(random() * 86_400) * 1_000,
      ),
      author: Math.floor(random() * 12),
      category: Math.floor(random() * 6),
      tags: Array.from({ length: Math.floor(random() * 5) }, () => Math.floor(random() * 60)),
      picture: random() < 0.3 ? 100_000_000 + Math.floor(random() * 40) : null,
      group: random() < 0.1 ? Math.floor(id / 3) : null,
    };
  };
  return {
    address: "https://old.example",
    authors: Array.from({ length: 10 }, (_, at) => ({
      login: `writer.${at}`,
      name: `Writer ${WORDS.en[at]} ${at}`,
    })),
    categories: Array.from({ length: 6 }, (_, at) => ({
      slug: `category-${at}`,
      name: at % 2 ? `باس ${at}` : `Subject ${at}`,
    })),
    tags: Array.from({ length: 60 }, (_, at) => ({ slug: `tag-${at}`, name: `Tag ${at}` })),
    count,
    stories: {
      *[Symbol.iterator]() {
        for (let id = 1; id <= count; id += 1) yield one(id);
      },
    },
  };
}

/** What old posts are made of, and what somebody who wants in would put there. */
const ODD: readonly ((say: (length: number) => string) => string)[] = [
  (say) => `<p>${say(30)} <strong>${say(3)}</strong> <a href="https://example.org/a">${say(2)}</a>.</p>`,
  (say) => `${say(25)}\n\n${say(25)}\n${say(5)}`,
  (say) => `<h2>${say(5)}</h2>\n<ul><li>${say(6)}<li>${say(6)}</ul>`,
  (say) => `<blockquote><p>${say(20)}</p></blockquote>`,
  () => "\n\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\n\n",
  () => '<iframe src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0"></iframe>',
  () => '<iframe src="https://tracker.example/frame"></iframe>',
  (say) => `[vc_row full_width="yes"][vc_column_text]${say(8)}[/vc_column_text][/vc_row]`,
  (say) => `<table><tr><th>${say(1)}</th><th>${say(1)}</th></tr><tr><td>1</td><td>2</td></tr></table>`,
  () => `<script>fetch('/desk')</script><img src=x onerror="alert(1)"><svg onload=alert(1)>`,
  () => `<a href="javascript:alert(1)">x</a><p style="background:url(javascript:alert(1))">y</p>`,
  () => "<p>A ]]> in the middle, and &lt;!--picture {}--&gt;</p>",
  (say) => `<div><p><b>${say(4)}<p>${say(4)}</div></b></i></p>`,
  (say) => `<div>`.repeat(40) + say(4),
  () => "\u0008\u000b control",
];

function body(random: () => number, say: (length: number) => string, canary: string): string {
  const length = random() < 0.01 ? 400 : 3 + Math.floor(random() * 6);
  const parts = Array.from({ length }, () =>
    (ODD[Math.floor(random() * ODD.length)] as (typeof ODD)[number])(say),
  );
  return [`<p>${say(20)} ${canary}</p>`, ...parts].join("\n");
}

/** The path at which a story stood there. */
export function oldPathOfStory(
  { kind, id, state, slug, at }: OldStory,
  source: "wordpress" | "ghost",
): string {
  if (source === "ghost") return `/${slug}/`;
  if (state !== "public" && state !== "private" && state !== "password") return `/?p=${id}`;
  const day = at.toISOString().slice(0, 10).split("-");
  return kind === "page" ? `/${slug}/` : `/${day[0]}/${day[1]}/${slug}/`;
}

/** The same address as links of twenty years have it. */
export function spellings(path: string): string[] {
  if (path.includes("?")) return [path];
  const upper = encodeURI(path.normalize("NFC"));
  const lower = upper.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase());
  return [
    ...new Set([
      ...[path, upper, lower, upper.replaceAll("%", "%25"), lower.replaceAll("%", "%25")],
      ...[encodeURI(path.normalize("NFD")), path.replace(/\/$/, ""), upper.replace(/\/$/, "")],
    ]),
  ];
}
