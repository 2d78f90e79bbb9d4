/** Mistakes that a careless hand could make in what prints feeds; the exam must find each of them. */
import type { File } from "./examine.ts";

export const MUTANTS: Readonly<Record<string, (file: File) => string>> = {
  "text isn't escaped in titles": ({ text }) => text.replace(/(<title>[^<]*?)&lt;/g, "$1<"),
  "a picture hangs without its whole address": ({ text }) =>
    text.replaceAll('src="https://news.example.org', 'src="'),
  "the guid is the address": ({ text }) => text.replaceAll('isPermaLink="false"', 'isPermaLink="true"'),
  "times are the server's": ({ text }) => text.replaceAll(" +0300</pubDate>", " +0000</pubDate>"),
  "a minor fix moves Atom's updated before published": ({ text }) =>
    text.replace(/<published>\d{4}/g, "<published>2999"),
  "addresses aren't whole": ({ kind, text }) =>
    kind === "json" ? text.replaceAll('"url":"https://news.example.org', '"url":"') : text,
  "news has no end": ({ kind, text }) =>
    kind === "news" ? text.replace(/<news:publication_date>\d{4}/g, "<news:publication_date>2001") : text,
  "a sitemap leaves its own language out": ({ kind, text }) =>
    kind === "sitemap"
      ? text.replace(/<xhtml:link rel="alternate" hreflang="(?:en|x-default)"[^>]*>/g, "")
      : text,
  "a headline closes the script": ({ kind, text }) =>
    kind === "article" ? text.replaceAll("\\u003c", "<") : text,
  "a record's image has no address": ({ kind, text }) =>
    kind === "article" ? text.replaceAll('"contentUrl":"https://news.example.org', '"contentUrl":"') : text,
};
