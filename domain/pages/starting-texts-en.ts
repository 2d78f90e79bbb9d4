import type { StartingTexts } from "./starting-texts.ts";

/** In English. What stands in square brackets is the outlet's to fill in. */
export const ENGLISH_TEXTS: StartingTexts = {
  about: {
    headline: "About us",
    text: `[This is a draft. Complete what stands in brackets, then delete this line.]

{outlet} is [a daily newspaper / a news site] in [place]. We report on [what], for [whom].

## Who we are

{outlet} was founded in [year] by [names]. Our newsroom has [number] people and works in [languages].

## What we stand for

We report what we have checked. We say where our facts come from, and when we don't know something. When we make a mistake, we correct it where it stood, and say so.

## Who owns us

{outlet} is published by [legal name], registered in [place]. It belongs to [owners]. Our money comes from [advertising / subscriptions / grants: from whom]. Whoever pays has no say in what we report.`,
  },
  contact: {
    headline: "Contact",
    text: `[This is a draft. Complete what stands in brackets, then delete this line.]

## The newsroom

E-mail: [newsroom address]

Telephone: [number], [hours]

Address: [street, city]

## You have found a mistake

Write to [corrections address] with the story's link and what is wrong. We answer every message and correct mistakes in public.

## You know something that we should know

Write to [tips address]. If it is dangerous for you to be known, don't write from work, and say so first: [a safe way to reach you]. We don't name sources who need protection.`,
  },
  privacy: {
    headline: "Privacy",
    text: `[This is a draft. Complete what stands in brackets, check it against your country's law, then delete this line.]

You can read {outlet} without an account and without telling us who you are.

## What we collect

Our pages set no cookies and run no trackers. Our server keeps a technical log of requests (address, time, page) for [number] days, to keep the site running and safe. [Name here whatever else you use: newsletters, statistics, advertising.]

## What we do with it

We sell nothing about you and give nothing away, unless a court obliges us. [Name whoever runs your servers.]

## What you can ask

Write to [privacy address] to learn what we hold about you, or to have it deleted. Responsible: [legal name, address].`,
  },
  ethics: {
    headline: "Ethics",
    text: `[This is a draft. Talk about it in the newsroom, change what isn't yours, then delete this line.]

## Accuracy

We check before we publish. Being first never matters more than being right. What one source says and nobody confirms, we report as that.

## Fairness

Whoever is accused is asked, and has time to answer. We keep news and opinion apart and mark opinion as such.

## Sources

We name our sources. Where a name would put somebody in danger, an editor knows who it is, and we tell readers why we don't name them.

## People

We don't show the dead, the injured or children in ways that their families would have to fear. We don't write of somebody's origin, faith or sex where it doesn't matter to the story.

## Independence

Our journalists take no gifts and report on nothing in which they have a stake. Advertising is marked and has no influence on reporting.

## Machines

[Say whether and how software writes, translates or makes pictures here.] A person answers for everything that we publish.`,
  },
  "corrections-policy": {
    headline: "Corrections policy",
    text: `[This is a draft. Complete what stands in brackets, then delete this line.]

We make mistakes. When we do, we correct them quickly, where they stood, and say what was wrong.

## How we correct

A correction stands at the end of the story with its time, and a mark at the top leads to it. It says what was wrong and what is right. We don't change facts silently: only spelling and form are mended without a notice.

An update adds what is new. A clarification makes plain what could be misunderstood. An editor's note says what readers should know about how a story came about.

## When we withdraw a story

We take a story back only when it can't be corrected, or when it puts somebody in danger. Its address stays and says so.

## Tell us

Write to [corrections address] with the story's link. An editor looks at every message within [one working day].`,
  },
};
