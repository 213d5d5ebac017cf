import fc from "fast-check";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PostgresServer } from "../support/postgres.ts";
import "../support/property-seed.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { bearer, codeOf, dataOf, post, signIn, type Tokens } from "./support/identity.ts";
import { createPublishedDatabase } from "./support/market.ts";

/** Sequences that are tried; more by `npm run torture -- identity`. */
const RUNS = Number(process.env.VALYRA_ROUNDS ?? 15);

const IDLE_SECONDS = 7 * 86_400;
const GRACE_SECONDS = 10;

type Step =
  | { kind: "refresh"; back: number }
  | { kind: "wait"; seconds: number }
  | { kind: "logout" }
  | { kind: "ask" };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("refresh" as const), back: fc.nat(3) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("wait" as const),
      seconds: fc.constantFrom(1, 9, 10, 11, 60, 890, IDLE_SECONDS - 1, IDLE_SECONDS + 1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("logout" as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("ask" as const) }) },
);

let server: PostgresServer;
let api: TestApi;
let clock = new Date("2026-03-01T12:00:00Z");

beforeAll(async () => {
  server = sharedPostgres();
  const { api: url } = await createPublishedDatabase(server.url);
  api = startApi(url, { auth: {}, now: () => clock });
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

/** What a session must answer, whoever sends which of its tokens when (check AU-7). */
class Model {
  isGood = true;
  newest = 0;
  issuedAt: number;
  constructor(now: number) {
    this.issuedAt = now;
  }
  isOver = (now: number) => !this.isGood || now >= this.issuedAt + IDLE_SECONDS * 1_000;
  refresh(generation: number, now: number): string {
    if (this.isOver(now)) return "INVALID_CREDENTIALS";
    if (generation === this.newest) {
      this.newest += 1;
      this.issuedAt = now;
      return "new";
    }
    const isRace = generation === this.newest - 1;
    if (isRace && now <= this.issuedAt + GRACE_SECONDS * 1_000) return "ALREADY_REFRESHED";
    this.isGood = false;
    return "INVALID_CREDENTIALS";
  }
  ask(now: number): string {
    if (now >= this.issuedAt + 900_000) return "EXPIRED_TOKEN";
    return this.isOver(now) ? "INVALID_TOKEN" : "good";
  }
}

test("a session answers as its model does, whatever is sent in which order (AU-7)", async () => {
  const seen = new Set<string>();
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 6, maxLength: 14 }),
    async (steps) => {
      const tokens: Tokens[] = [await signIn(api, privateKeyToAccount(generatePrivateKey()))];
      const model = new Model(clock.getTime());
      const newest = () => tokens.at(-1) as Tokens;
      for (const one of steps) {
        const now = clock.getTime();
        if (one.kind === "wait") clock = new Date(now + one.seconds * 1_000);
        if (one.kind === "refresh") {
          const generation = Math.max(0, tokens.length - 1 - one.back);
          const { refreshToken } = tokens[generation] as Tokens;
          const answer = await post(api, "/v1/auth/refresh", { refreshToken });
          const got = answer.status === 200 ? "new" : await codeOf(answer);
          const expected = model.refresh(generation, now);
          expect(got, JSON.stringify(steps)).toBe(expected);
          if (got === "new") tokens.push(await dataOf(answer));
          seen.add(`refresh ${got}`);
        }
        if (one.kind === "ask") {
          const answer = await api.get("/v1/auth/sessions", bearer(newest().accessToken));
          const got = answer.status === 200 ? "good" : await codeOf(answer);
          expect(got, JSON.stringify(steps)).toBe(model.ask(now));
          seen.add(`ask ${got}`);
        }
        if (one.kind === "logout" && model.ask(now) === "good") {
          await post(api, "/v1/auth/logout", undefined, bearer(newest().accessToken));
          model.isGood = false;
        }
      }
    },
  );
  await fc.assert(property, { numRuns: RUNS });
  expect([...seen]).toEqual(
    expect.arrayContaining([
      "refresh new",
      "refresh ALREADY_REFRESHED",
      "refresh INVALID_CREDENTIALS",
    ]),
  );
});
