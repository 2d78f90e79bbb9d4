/**
 * A page of another site can make a signed-in browser send a request here. Next compares Origin
 * with the host, and believes forwarded headers for that: none from outside may get through.
 */
import { SESSION_COOKIE } from "../scripts/trial/staff.ts";
import { assemble } from "./cast.ts";
import { readActions } from "./doors.ts";
import { expect, test } from "./fixtures.ts";

const FORGED: Record<string, string>[] = [
  {},
  { "x-forwarded-host": "evil.example" },
  { forwarded: "host=evil.example;proto=http" },
  { "x-forwarded-host": "evil.example", "x-forwarded-proto": "http", "x-forwarded-port": "80" },
  { "x-host": "evil.example", "x-original-host": "evil.example" },
];

test("an action that another site's page calls does nothing, whatever headers it forges", async ({
  scene,
  baseURL,
}) => {
  const { ed_desk } = await assemble(scene, "origin");
  const id = readActions().get("app/(desk)/desk/actions.ts createStory") ?? "";
  const call = (headers: Record<string, string>) =>
    fetch(`${baseURL}/desk`, {
      method: "POST",
      redirect: "manual",
      headers: {
        "content-type": "text/plain;charset=UTF-8",
        "next-action": id,
        cookie: `${SESSION_COOKIE}=${ed_desk.cookie}`,
        ...headers,
      },
      body: JSON.stringify([{ language: "en", headline: "Forged" }]),
    });
  for (const forged of FORGED) {
    const answer = await call({ origin: "http://evil.example", ...forged });
    expect(answer.status, JSON.stringify(forged)).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toContain("storyId");
  }
  const honest = await call({ origin: baseURL ?? "" });
  expect(await honest.text()).toContain("storyId");
});
