import { expect, test } from "vitest";
import { isEmbedUrl, providerOf } from "./embeds.ts";

test.each([
  ["https://www.youtube.com/watch?v=x", "youtube"],
  ["https://youtu.be/x", "youtube"],
  ["https://m.facebook.com/a/posts/1", "facebook"],
  ["https://twitter.com/a/status/1", "x"],
  ["https://X.com/a/status/1", "x"],
  ["https://www.instagram.com/p/x/", "instagram"],
  ["https://vm.tiktok.com/x", "tiktok"],
  ["https://t.me/esta/12", "telegram"],
  ["https://w.soundcloud.com/player", "soundcloud"],
  ["https://notyoutube.com/", "web"],
  ["https://youtube.com.evil.example/", "web"],
  ["https://netflix.com/x.com", "web"],
  ["nothing", "web"],
])("%s stands on %s", (url, provider) => {
  expect(providerOf(url)).toBe(provider);
});

test.each(["mailto:a@b.example", "tel:+964", "javascript:alert(1)", "data:text/html,x", "//a.example", null])(
  "%j is nothing that a page could lead to",
  (url) => {
    expect(isEmbedUrl(url)).toBe(false);
  },
);
