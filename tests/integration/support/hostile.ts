import { expect } from "vitest";
import { ProblemSchema } from "../../../api/http/problem.ts";
import type { TestApi } from "./api.ts";
import { MARKETPLACE } from "./rows.ts";

/** Values that have broken somebody's parser before, as they stand in an address. */
export const HOSTILE_VALUES: readonly string[] = [
  // Wrong types and numbers of odd sizes and spellings.
  ...[
    "",
    "-1",
    "0",
    "1.5",
    "1e3",
    "0x",
    "0x10",
    "NaN",
    "Infinity",
    "null",
    "true",
    "[object Object]",
  ],
  ...["9".repeat(20), "9".repeat(200), "-9".repeat(40), "1,2,3", ",", ",,,"],
  // Texts that end strings, statements and pages.
  ...["' OR 1=1 --", '"; DROP TABLE listing; --', "$1", "%", "\\", "{}", "[]", '{"$gt":""}'],
  ...["<script>alert(1)</script>", "../../etc/passwd", "${7*7}", "{{7*7}}", "%s%n"],
  // Unicode beyond the plane, combining, right to left, a lone surrogate written out.
  ...["💩", "é̂", "\u202e", "\ud7ff", "ǅ", "ﬀ"],
  // Ids and times that are nearly right.
  ...["9999999999-0x0000000000000000000000000000000000000000-1", `31337-${MARKETPLACE}-01`],
  ...[
    `31337-${MARKETPLACE}-${"9".repeat(78)}`,
    "9999-12-31T23:59:59+23:59",
    "2026-02-30T00:00:00Z",
  ],
  ...["2026-01-01", "0001-01-01T00:00:00Z", "-000001-01-01T00:00:00Z"],
].map(encodeURIComponent);

/** What an address cannot say in UTF-8, or should not: sent as it is. */
const RAW_VALUES = [
  "%00",
  "a%00b",
  "%ff",
  "%c0%80",
  "%ed%a0%80",
  "%",
  "%zz",
  "+",
  "a;b",
  "x".repeat(10_240),
];

export const ALL_HOSTILE = [...HOSTILE_VALUES, ...RAW_VALUES];

/** Asks and wants an answer that the API meant to give: content, or a problem of the catalogue. */
export async function expectNoAccident(
  api: TestApi,
  address: string,
  init: RequestInit = {},
): Promise<Response> {
  const response = await api.request(address, init);
  const isHead = init.method === "HEAD";
  if (response.status < 400) return response;
  const where = `${init.method ?? "GET"} ${address.slice(0, 300)}`;
  if (isHead) {
    expect(response.status, where).toBeLessThan(500);
    return response;
  }
  expect(response.headers.get("content-type"), where).toBe("application/problem+json");
  const problem = ProblemSchema.parse(await response.clone().json());
  expect(problem.status).toBe(response.status);
  expect(problem.requestId).toBe(response.headers.get("x-request-id"));
  expect(problem.type).toBe(`/problems/${problem.code.toLowerCase().replaceAll("_", "-")}`);
  // More lag than the caller accepts is the one refusal that is nobody's mistake.
  if (problem.code !== "INDEX_BEHIND") expect(response.status, where).toBeLessThan(500);
  return response;
}
