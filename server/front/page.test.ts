import { describe, expect, test } from "vitest";
import { targetOf } from "./address.ts";
import { encodingFor, matchesTag } from "./page.ts";
import { Print } from "./print.ts";
import { staleAtIn } from "./print-headers.ts";

describe("what a reader's program takes", () => {
  test.for([
    [undefined, "identity"],
    ["", "identity"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["br;q=0.0,gzip;q=0", "identity"],
    ["BR;q=1", "br"],
    ["brotli", "identity"],
    ["x-gzip-not", "identity"],
  ] as const)("%s is answered in %s", ([accepted, encoding]) => {
    expect(encodingFor(accepted)).toBe(encoding);
  });

  test.for([
    ['W/"a"', true],
    ['"a"', true],
    ['"b", W/"a"', true],
    ["*", true],
    ['"b"', false],
    ["a", false],
  ] as const)("the tag %s is the page's own: %s", ([given, same]) => {
    expect(matchesTag(given, 'W/"a"')).toBe(same);
  });
});

describe("an address", () => {
  test.for([
    ["/en/news/12-bread?utm=1", { kind: "reader", path: "/en/news/12-bread" }],
    ["/en/%6eews", { kind: "reader", path: "/en/news" }],
    ["/en/%D9%86", { kind: "reader", path: "/en/%D9%86" }],
    ["/en/%d9%86", { kind: "reader", path: "/en/%D9%86" }],
    ["/en/a%20b", { kind: "reader", path: "/en/a%20b" }],
    ["/desk", { kind: "staff", path: "/desk" }],
    ["/desk/stories/1?x=//y", { kind: "staff", path: "/desk/stories/1" }],
    ["/desktop", { kind: "reader", path: "/desktop" }],
    ["/.well-known/x", { kind: "reader", path: "/.well-known/x" }],
    ["/?utm_source=x&p=12&preview=1", { kind: "reader", path: "/?p=12" }],
    ["/index.php?page_id=3", { kind: "reader", path: "/?page_id=3" }],
    ["/?p=1%0d%0a", { kind: "reader", path: "/" }],
    ["/?q=1", { kind: "reader", path: "/" }],
    ["/en/", { kind: "elsewhere", location: "/en" }],
    ["//evil.test/", { kind: "refused", status: 400 }],
    ["/en//news", { kind: "refused", status: 400 }],
    ["/a/..", { kind: "refused", status: 400 }],
    ["/%5c%5cevil.test/", { kind: "refused", status: 400 }],
    ["/en/%00", { kind: "refused", status: 400 }],
    ["/d%65sk/x", { kind: "refused", status: 400 }],
  ] as const)("%s is read in one way", ([url, target]) => {
    expect(targetOf(url)).toEqual(target);
  });
});

describe("a print that ends", () => {
  test("is kept when what changed meanwhile wasn't on it", () => {
    const print = new Print();
    print.note({ keys: ["story:1", "language:en"], hard: "hard" });
    expect(print.verdict(["story:2", "outlet"], 1)).toBe("fresh");
  });

  test("is thrown away however often a hard change overtakes it", () => {
    const print = new Print();
    print.note({ keys: ["story:2"], hard: "hard" });
    expect(print.verdict(["story:2"], 30)).toBe("again");
  });

  test("is kept as old when soft changes overtake it again and again, unless a hard one came too", () => {
    const print = new Print();
    print.note({ keys: ["language:en"], hard: "soft" });
    expect([1, 2, 3].map((tries) => print.verdict(["language:en"], tries))).toEqual([
      "again",
      "again",
      "old",
    ]);
    print.note({ keys: ["story:9"], hard: "hard" });
    expect(print.verdict(["language:en"], 3)).toBe("again");
  });
});

test("a page whose hour can't be read is printed too often rather than too late", () => {
  expect(staleAtIn({ "x-dateline-stale-at": "soon" })).toBe(0);
  expect(staleAtIn({})).toBe(Number.POSITIVE_INFINITY);
});
