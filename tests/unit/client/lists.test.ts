import { describe, expect, expectTypeOf, test } from "vitest";
import { exampleProblem } from "../../../api/http/problem.ts";
import {
  createValyraClient,
  ProblemError,
  UnexpectedAnswerError,
  WalkReorgError,
} from "../../../client/index.ts";

const json = (body: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: { "content-type": "application/json", ...init.headers },
  });

const REORG = { startedAt: { blockNumber: 7, blockHash: "0x00" }, changedIds: ["row-3"] };

/** An API with a list of nine rows, three on a page; it remembers what it was asked. */
function listOfNine({ reorgOnPage }: { reorgOnPage?: number } = {}) {
  const asked: URL[] = [];
  const client = createValyraClient({
    baseUrl: "http://valyra.test/",
    fetch: async (request) => {
      const url = new URL(request.url);
      asked.push(url);
      const page = Number(url.searchParams.get("cursor") ?? "0");
      return json({
        data: [0, 1, 2].map((row) => ({ id: `row-${page * 3 + row}` })),
        page: {
          nextCursor: page < 2 ? String(page + 1) : null,
          prevCursor: null,
          hasMore: page < 2,
          limit: 3,
          reorg: page === reorgOnPage ? REORG : null,
        },
        meta: {},
      });
    },
  });
  return { client, asked };
}

async function collect<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const collected: Row[] = [];
  for await (const row of rows) collected.push(row);
  return collected;
}

describe("lists", () => {
  test("rows come from all pages, and the filters with each of them", async () => {
    const { client, asked } = listOfNine();
    const ids: string[] = [];
    const rows = client.rows("/v1/listings", { state: ["active", "paused"], limit: 3 });
    for await (const { id } of rows) ids.push(id);
    expect(ids).toEqual(Array.from({ length: 9 }, (_, row) => `row-${row}`));
    expect(asked.map((url) => url.searchParams.get("cursor"))).toEqual([null, "1", "2"]);
    expect(asked.map((url) => url.searchParams.get("state"))).toEqual(
      Array(3).fill("active,paused"),
    );
  });

  test("a walk that stops early asks for no further page", async () => {
    const { client, asked } = listOfNine();
    for await (const { id } of client.rows("/v1/offers")) if (id === "row-4") break;
    expect(asked).toHaveLength(2);
  });

  test("pages show a reorganisation, rows stop at it, or go on when somebody listens", async () => {
    const { client } = listOfNine({ reorgOnPage: 1 });
    const seen = [];
    for await (const { page } of client.pages("/v1/escrows")) seen.push(page.reorg);
    expect(seen).toEqual([null, REORG, null]);

    const strict = collect(client.rows("/v1/escrows"));
    await expect(strict).rejects.toThrow(WalkReorgError);
    const heard: unknown[] = [];
    const rows = client.rows("/v1/escrows", {}, { onReorg: (reorg) => heard.push(reorg) });
    expect(await collect(rows)).toHaveLength(9);
    expect(heard).toEqual([REORG]);
  });

  test("rows have the type of their list, and lists only are walked", () => {
    const { client } = listOfNine();
    const rows = client.rows("/v1/listings");
    type Listing = Awaited<ReturnType<typeof rows.next>> extends { value: infer V } ? V : never;
    expectTypeOf<Exclude<Listing, void>["cancelledAt"]>().toEqualTypeOf<string | null>();
    // @ts-expect-error: a single answer is no list
    void client.rows("/v1/listings/{id}");
    // @ts-expect-error: no such parameter
    void client.rows("/v1/listings", { nonsense: 1 });
  });
});

describe("errors", () => {
  const answering = (response: () => Response) =>
    createValyraClient({ baseUrl: "http://valyra.test", fetch: async () => response() });

  test("a refusal is an error with the problem, its code and when to come back", async () => {
    const problem = exampleProblem("NOT_YET_INDEXED");
    const client = answering(() =>
      json(problem, {
        status: 409,
        headers: { "content-type": "application/problem+json", "retry-after": "1" },
      }),
    );
    const error = await client.get("/v1/listings").catch((it: unknown) => it);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ code: "NOT_YET_INDEXED", problem, retryAfterSeconds: 1 });
    const { data, error: plain } = await client.api.GET("/v1/listings");
    expect([data, plain]).toEqual([undefined, problem]);
  });

  test("what no API says is another error", async () => {
    const client = answering(() => new Response("<html>", { status: 502 }));
    await expect(client.get("/v1/status")).rejects.toThrow(UnexpectedAnswerError);
  });
});
