import pg from "pg";
import { expect, test } from "vitest";
import { isDefect } from "./is-defect.ts";

const ofDatabase = (code: string) =>
  Object.assign(new pg.DatabaseError("refused", 7, "error"), { code });

test("what code and statements do wrong is a defect, and what comes and goes outside is none", async () => {
  for (const code of ["42703", "42P01", "23505", "22P02", "XX000"]) {
    expect(isDefect(ofDatabase(code)), code).toBe(true);
  }
  for (const code of ["08006", "53300", "57P01", "57014", "40001", "40P01"]) {
    expect(isDefect(ofDatabase(code)), code).toBe(false);
  }
  expect(isDefect(new TypeError("x is not a function"))).toBe(true);
  expect(isDefect(new RangeError("too deep"))).toBe(true);
  const unreached = await fetch("http://127.0.0.1:1").catch((error: unknown) => error);
  expect(unreached).toBeInstanceOf(TypeError);
  expect(isDefect(unreached)).toBe(false);
  expect(isDefect(Object.assign(new Error("connect"), { code: "ECONNREFUSED" }))).toBe(false);
  expect(isDefect(new Error("Connection terminated"))).toBe(false);
  expect(isDefect("words")).toBe(false);
});
