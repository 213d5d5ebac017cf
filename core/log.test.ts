import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { createLogger } from "./log.ts";

test("a line is one JSON object with level, time and component, and without secrets", () => {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  createLogger("api", "info", sink).info(
    {
      password: "hunter2",
      config: { connectionString: "hunter2" },
      a: { b: { apiKey: "hunter2" } },
    },
    "started",
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain("hunter2");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    level: "info",
    component: "api",
    msg: "started",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  });
});
