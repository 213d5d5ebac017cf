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

test("a failed statement is logged without the values that it failed with [5.29]", () => {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const failure = Object.assign(new Error('invalid input syntax for type uuid: "hunter2"'), {
    severity: "ERROR",
    code: "22P02",
    detail: "Key (api_key)=(hunter2) already exists.",
    where: "unnamed portal parameter $1 = 'hunter2'",
    table: "account",
  });
  createLogger("api", "info", sink).error({ err: failure }, "request failed");
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain("hunter2");
  expect(JSON.parse(lines[0] ?? "").err).toMatchObject({
    code: "22P02",
    message: "invalid input syntax for type uuid: [hidden]",
    table: "account",
  });
});
