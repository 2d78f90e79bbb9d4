import type { DemoStory } from "../story.ts";

const pomegranates: DemoStory = {
  family: "pomegranates",
  language: "en",
  section: "business",
  place: "halabja",
  byline: { shilan: "writing", lana: "photos" },
  topics: ["farming"],
  sources: ["own"],
  slugline: "Pomegranate-auction",
  kicker: "Harvest",
  headline: "Halabja’s pomegranates go under the hammer, crate by crate",
  standfirst:
    "Growers who used to sell to whoever had a lorry now sell to whoever bids most. The price has risen by a third.",
  body: `
The bell rings at seven, a boy lifts a crate to his shoulder so that the back row can see it, and for the
next eleven seconds a ton and a half of pomegranates belongs to nobody.

Then a hand goes up, and Aram Faraj, who grew them, breathes out. “Last year a man came, looked, and told me
the price,” he said. “This year I told my wife to come and watch.”

The auction, held on three mornings a week in an empty school yard, is the idea of 140 growers who decided
in the spring that they would sell together or not at all. In its first month it has sold 1,900 tons, at an
average of 1,150 dinars a kilogram. At the roadside last October the same fruit fetched about 850.

Buyers complained at first, then bought chairs. Several now come from as far as Basra, four of them for
restaurants, and one for a juice factory that wants the cracked fruit nobody else does.

## Small print, large letters

The rules hang on the school gate, on a sheet of cardboard:

1. Every crate is weighed in front of both sides.
2. Sweet and sour are sold apart.
3. Money is paid before the lorry leaves.
4. Whoever shouts sits out the next ten lots.

The fourth has been used twice, both times on the same cousin.

Growers keep 96 percent of the price. The rest pays for scales, the boy, and a refrigerated container that
allows them to hold fruit back when too much arrives at once. A second container has been ordered.

What the auction cannot do is make it rain. The trees were watered four times this summer instead of six,
and the fruit is sweeter and smaller for it.

> People say small pomegranates keep better. I say that, too, since July.

The season ends in November with a festival. This year, for the first time, the growers’ cooperative will
have a stall of its own, and a bell.
`,
  life: { stands: "live", hoursAgo: 29 },
};

const payments: DemoStory = {
  family: "payment-branches",
  language: "en",
  section: "business",
  place: "erbil",
  byline: { yousif: "writing" },
  topics: ["technology"],
  sources: ["own"],
  slugline: "Payment-branches",
  headline: "Payment company says it will open forty branches by spring",
  body: `
A company that handles payments by telephone will open forty branches in small towns before the spring,
according to a statement sent to news organisations on Thursday.

The statement said each branch would employ three people and would pay out salaries and remittances on the
day they arrive.
`,
  life: {
    stands: "live",
    hoursAgo: 166,
    since: [
      {
        did: "withdraw",
        note: "This story rested on a statement that the company says it did not send. It should not have been published without a call to the company.",
      },
    ],
  },
};

const rooftops: DemoStory = {
  family: "rooftop-solar",
  language: "en",
  section: "business",
  place: "erbil",
  byline: { shilan: "writing" },
  sources: ["own"],
  slugline: "Rooftop-solar",
  headline: "What a roof earns: a year of solar panels in one Erbil street",
  body: `
Number 14 paid for its panels in fourteen months. Number 22, across the road, has not switched on its
generator since May.

(Missing: number 31, which took its panels down again. Call back on Sunday. Also check the price of an
inverter, two shops at least.)
`,
  life: { stands: "writing", hoursAgo: 1 },
};

const final: DemoStory = {
  family: "azmar-cup",
  language: "en",
  section: "sport",
  place: "sulaimani",
  byline: { karwan: "writing", lana: "photos" },
  topics: ["football"],
  sources: ["own"],
  slugline: "Azmar-Cup-final",
  kicker: "Azmar Cup",
  headline: "Goizha win the Azmar Cup with the last kick, and the wrong foot",
  standfirst:
    "Goizha 3, Bakrajo 2, after extra time. The winner came in the 120th minute from a defender who had never scored.",
  body: `
A left-back with 94 appearances and no goals ended the longest Azmar Cup final in memory on Friday night,
hitting a clearance with his right foot from twenty-five metres and watching it drop under the bar as the
referee looked at his watch.

“I was trying to put it in the car park,” said Shwan Latif of Goizha, whose goal in the 120th minute beat
Bakrajo 3–2 in front of 6,200 people and a good many more on the roofs across the road.

Bakrajo had twice been ahead. Rawand Sabir scored for them after nine minutes and again after 71, both times
from corners that Goizha’s goalkeeper described as “my fault, and then my fault.” Goizha’s captain, Hemin
Dler, brought his side level before half-time and, with a header, four minutes before the end.

Extra time had produced little but cramp when the ball came to Latif. He has been offered three contracts
since, all as a striker, all from people who had not seen the other 94 matches.

### How they scored

- 9’ Sabir, 1–0 to Bakrajo
- 38’ Dler, 1–1
- 71’ Sabir, 2–1 to Bakrajo
- 86’ Dler, 2–2
- 120’ Latif, 3–2 to Goizha
`,
  life: {
    stands: "live",
    hoursAgo: 63,
    since: [
      {
        did: "update",
        kind: "minor",
        hoursAgo: 61,
        note: "",
        edit: { replace: ["front of 6,200 people", "front of a crowd of 6,200"] },
      },
    ],
  },
};

const relay: DemoStory = {
  family: "ridge-relay",
  language: "en",
  section: "sport",
  place: "sulaimani",
  byline: { karwan: "writing" },
  sources: ["own"],
  slugline: "Ridge-relay",
  headline: "Two schoolteachers set a record on the Azmar ridge",
  body: `
Two mathematics teachers, Trifa Anwar and Hana Jalal, ran the 31-kilometre Azmar ridge relay in 2 hours 47
minutes on Saturday, four minutes faster than any pair of women or men before them. They had planned for 2
hours 47 minutes. “We showed our working,” Anwar said.
`,
  life: { stands: "live", hoursAgo: 47 },
};

export const businessSportEn: DemoStory[] = [pomegranates, payments, rooftops, final, relay];
