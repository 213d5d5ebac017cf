import { expect, test } from "vitest";
import { errorIn, startWriter } from "./writer.ts";

const run = (script: string, isHeard?: boolean) =>
  startWriter({ file: process.execPath, args: ["-e", script], environment: {} }, {}, isHeard);

test("a writer that is heard leaves its last error, and one that is not leaves none", async () => {
  const script = `
    console.log(JSON.stringify({ level: 50, msg: "first", error: { message: "one" } }));
    console.log(JSON.stringify({ level: 50, msg: "Cannot index", error: { message: "two" } }));
    console.log(JSON.stringify({ level: 30, msg: "Finished" }));
    process.exitCode = 3;`;
  for (const isHeard of [true, false]) {
    const writer = await run(script, isHeard);
    expect(await writer.exited).toBe(3);
    expect(await writer.lastError()).toBe(isHeard ? "Cannot index: two" : undefined);
  }
});

test("what Node says before it ends is an error, what is logged below that level is none", async () => {
  const writer = await run("null.x", true);
  expect(await writer.exited).toBe(1);
  expect(await writer.lastError()).toMatch(/^TypeError: Cannot read/);
  expect(errorIn('{"level":40,"msg":"slow"}', true)).toBeUndefined();
  expect(errorIn("Error: in a page of words", false)).toBeUndefined();
  expect(errorIn("null", true)).toBeUndefined();
});
