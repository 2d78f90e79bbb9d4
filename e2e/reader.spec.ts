import { aLiveStory } from "#domain/testing/a-story.ts";
import { doc, p, strong } from "#domain/testing/doc.ts";
import { expect, test } from "./fixtures.ts";

test("a reader without JavaScript reads a story and finds the others from it", async ({ reader, scene }) => {
  const story = await aLiveStory(scene, {
    fields: { headline: "Snow closes the Azmar road", standfirst: "Ploughs go out at five." },
    document: doc(p("The road is ", strong("closed"), " until morning.")),
  });
  const answer = await reader.goto(story.path);
  expect(answer?.status()).toBe(200);
  await expect(reader.getByRole("heading", { name: "Snow closes the Azmar road", level: 1 })).toBeVisible();
  await expect(reader.getByText("The road is closed until morning.")).toBeVisible();
});
