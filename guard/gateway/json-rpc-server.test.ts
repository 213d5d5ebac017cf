import { expect, test } from "vitest";
import { atMost } from "./json-rpc-server.ts";

test("calls beyond the limit are refused until the work of others has ended", async () => {
  const ends: (() => void)[] = [];
  const answer = atMost(2, (method) =>
    method === "fails"
      ? Promise.reject(new Error("no"))
      : new Promise((resolve) => ends.push(() => resolve("1"))),
  );
  const first = answer("a", []);
  const second = answer("b", []);
  await expect(answer("c", [])).rejects.toThrow("2 calls are worked on already; ask again");
  ends[0]?.();
  expect(await first).toBe("1");
  await expect(answer("fails", [])).rejects.toThrow("no");
  const third = answer("d", []);
  for (const end of ends) end();
  expect(await Promise.all([second, third])).toEqual(["1", "1"]);
});
