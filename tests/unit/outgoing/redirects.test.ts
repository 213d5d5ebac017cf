import { afterEach, beforeEach, expect, test } from "vitest";
import { type OutgoingClient, openOutgoingClient } from "../../../core/outgoing/outgoing-client.ts";
import { OutgoingError } from "../../../core/outgoing/outgoing-error.ts";
import { startLoopbackServer } from "./loopback-server.ts";
import { startNameServer } from "./name-server.ts";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

let inside: Awaited<ReturnType<typeof startLoopbackServer>>;
beforeEach(async () => {
  inside = await startLoopbackServer();
  closers.push(inside.close);
});

/** A server that the client may ask, which sends it on to wherever its path says. */
async function startOutside() {
  const outside = await startLoopbackServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? "", outside.url);
    const hops = Number(url.searchParams.get("hops") ?? 0);
    const to = hops > 0 ? `/?hops=${hops - 1}` : url.searchParams.get("to");
    if (to === null) return void outgoing.end("arrived");
    outgoing.writeHead(Number(url.searchParams.get("status") ?? 302), { location: to }).end();
  });
  closers.push(outside.close);
  return outside;
}

function open(options: Parameters<typeof openOutgoingClient>[0]): OutgoingClient {
  const client = openOutgoingClient({ schemes: ["http:", "https:"], ...options });
  closers.push(client.close);
  return client;
}

const failureOf = (answer: Promise<unknown>) =>
  answer.then(
    () => "answered",
    (error: unknown) => (error instanceof OutgoingError ? error.failure : error),
  );

test("30 redirects to where nobody may go are not followed (SS-2)", async () => {
  const outside = await startOutside();
  const client = open({
    exceptions: new Set([outside.place]),
    ports: new Set([80, 443, inside.port]),
  });
  const hosts = ["127.0.0.1", "[::1]", "2130706433", "0x7f.1", "[::ffff:7f00:1]", "localhost"];
  const targets = [
    ...hosts.map((host) => `http://${host}:${inside.port}/`),
    "http://169.254.169.254/latest/meta-data/",
    `//127.0.0.2:${inside.port}/`,
    "file:///etc/passwd",
    `http://${["user", "word"].join(":")}@127.0.0.1:${inside.port}/`,
  ];
  for (const to of targets) {
    for (const status of [301, 302, 307]) {
      const url = `${outside.url}/?status=${status}&to=${encodeURIComponent(to)}`;
      expect(await failureOf(client.send({ url })), to).toMatch(/^(URL|ADDRESS)_REFUSED$/);
    }
  }
  expect(inside.connections()).toBe(0);
});

test("three hops are followed and not four, a loop ends, and a write is never repeated (SS-2)", async () => {
  const outside = await startOutside();
  const client = open({ exceptions: new Set([outside.place]) });
  const hops = (count: number) => client.send({ url: `${outside.url}/?hops=${count}` });
  expect(await hops(2)).toMatchObject({ status: 200, url: `${outside.url}/?hops=0` });
  expect(await failureOf(hops(9))).toBe("REDIRECT_REFUSED");
  expect(outside.requests).toHaveLength(3 + 4);
  const loop = `${outside.url}/?to=${encodeURIComponent("/?to=/")}`;
  expect((await client.send({ url: loop })).status).toBe(200);
  const post = client.send({ url: `${outside.url}/?hops=1`, method: "POST", body: "x" });
  expect(await failureOf(post)).toBe("REDIRECT_REFUSED");
});

test("credentials stay with the origin that they were meant for (SS-2)", async () => {
  const [outside, other] = [await startOutside(), await startOutside()];
  const client = open({ exceptions: new Set([outside.place, other.place]) });
  const headers = { authorization: "Bearer word", cookie: "a=b", "x-api-key": "k", accept: "a/b" };
  await client.send({ url: `${outside.url}/?hops=1`, headers });
  expect(outside.requests.at(-1)?.headers.authorization).toBe("Bearer word");
  await client.send({ url: `${outside.url}/?to=${encodeURIComponent(other.url)}`, headers });
  const [arrived] = other.requests;
  expect(arrived?.headers.accept).toBe("a/b");
  for (const name of ["authorization", "cookie", "x-api-key"]) {
    expect(arrived?.headers[name], name).toBeUndefined();
  }
});

test.each([
  ["first public, then loopback", [["93.184.215.14"], ["127.0.0.1"]]],
  ["both at once", [["93.184.215.14", "127.0.0.1"]]],
  ["loopback, then public", [["127.0.0.1"], ["93.184.215.14"]]],
  ["metadata of a cloud", [["169.254.169.254"]]],
  ["nothing", [[]]],
])("a name server that says %s gets nobody inside (SS-2)", async (_title, answers) => {
  const names = await startNameServer(answers);
  closers.push(names.close);
  // A public address that is allowed here is one that cannot be reached.
  const client = open({ resolve: names.resolve, ports: new Set([inside.port]) });
  const url = `http://rebinding.example.com:${inside.port}/`;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const answer = client.send({ url, limits: { totalMs: 300 } });
    expect(await failureOf(answer)).not.toBe("answered");
  }
  expect(inside.connections()).toBe(0);
  expect(names.asked()).toBeGreaterThan(0);
});

test("the connection goes to the address that was checked; no second question is asked (SS-2)", async () => {
  const outside = await startOutside();
  const names = await startNameServer([["127.0.0.1"], ["127.0.0.2"]]);
  closers.push(names.close);
  const client = open({ resolve: names.resolve, exceptions: new Set([outside.place]) });
  const answer = await client.send({ url: `http://one.example.com:${outside.port}/` });
  expect(answer.body.toString()).toBe("arrived");
  expect(names.asked()).toBe(1);
  expect(outside.requests[0]?.headers.host).toBe(`one.example.com:${outside.port}`);
});
