import { afterAll, beforeAll, expect, test } from "vitest";
import { type OutgoingClient, openOutgoingClient } from "../../../core/outgoing/outgoing-client.ts";
import { OutgoingError } from "../../../core/outgoing/outgoing-error.ts";
import { isPublicAddress } from "../../../core/outgoing/public-address.ts";
import { DEFAULT_TARGETS, parseTarget } from "../../../core/outgoing/target.ts";
import {
  PRIVATE_NAMES,
  PRIVATE_V4,
  PRIVATE_V6,
  REFUSED_URLS,
  spellings,
} from "./hostile-targets.ts";
import { startLoopbackServer } from "./loopback-server.ts";

let inside: Awaited<ReturnType<typeof startLoopbackServer>>;
const clients: OutgoingClient[] = [];

beforeAll(async () => {
  inside = await startLoopbackServer();
});
afterAll(async () => {
  for (const client of clients) await client.close();
  await inside.close();
});

/** A client that may use the port of the server inside, so that only addresses stand between. */
function openClient(addresses?: readonly string[]): OutgoingClient {
  const client = openOutgoingClient({
    schemes: ["https:", "http:"],
    ports: new Set([80, 443, inside.port]),
    maxConcurrent: 5_000,
    ...(addresses && { resolve: async () => addresses }),
  });
  clients.push(client);
  return client;
}

const refusalOf = async (client: OutgoingClient, url: string) => {
  try {
    await client.send({ url, limits: { totalMs: 5_000 } });
    return "reached";
  } catch (error) {
    return error instanceof OutgoingError ? error.failure : error;
  }
};

const GUARDED = ["URL_REFUSED", "ADDRESS_REFUSED"];

test("1,000 hostile targets are refused and not one connection is made (SS-1)", async () => {
  const place = (host: string) => `http://${host}:${inside.port}/`;
  const literal = openClient();
  const targets: [OutgoingClient, string][] = [
    ...PRIVATE_V4.flatMap(spellings).map((host): [OutgoingClient, string] => [
      literal,
      place(host),
    ]),
    ...PRIVATE_V6.map((host): [OutgoingClient, string] => [literal, place(`[${host}]`)]),
    ...PRIVATE_NAMES.map((host): [OutgoingClient, string] => [literal, place(host)]),
    ...REFUSED_URLS.map((url): [OutgoingClient, string] => [literal, url]),
  ];
  // Names that lead there, alone and beside an address that is public.
  for (const address of [...PRIVATE_V4, ...PRIVATE_V6]) {
    const mapped = address.includes(".") ? [`::ffff:${address}`] : [];
    for (const given of [address, ...mapped]) {
      targets.push([openClient([given]), place("name.example.com")]);
      targets.push([openClient(["93.184.215.14", given]), place("name.example.com")]);
    }
  }
  expect(targets.length).toBeGreaterThanOrEqual(1_000);
  const outcomes = await Promise.all(
    targets.map(async ([client, url]) => ({ url, outcome: await refusalOf(client, url) })),
  );
  expect(outcomes.filter(({ outcome }) => !GUARDED.includes(outcome as string))).toEqual([]);
  expect(inside.connections()).toBe(0);
});

test("an address or port of an exception is asked, and no other (SS-1)", async () => {
  const client = openOutgoingClient({ schemes: ["http:"], exceptions: new Set([inside.place]) });
  clients.push(client);
  const before = inside.connections();
  expect((await client.send({ url: `${inside.url}/here` })).body.toString()).toBe("reached");
  expect(inside.connections()).toBe(before + 1);
  for (const url of [
    `http://127.0.0.2:${inside.port}/`,
    "http://127.0.0.1:1/",
    "http://[::1]:80/",
  ]) {
    expect(await refusalOf(client, url), url).toBe("ADDRESS_REFUSED");
  }
  expect(inside.connections()).toBe(before + 1);
});

test("what is public is let through, so that refusing everything would be noticed (SS-1)", () => {
  for (const address of [
    "1.1.1.1",
    "8.8.8.8",
    "93.184.215.14",
    "2606:4700:4700::1111",
    "2a00::1",
  ]) {
    expect(isPublicAddress(address), address).toBe(true);
  }
  for (const url of ["https://example.com/", "https://8.8.8.8/x", "https://[2606:4700::1]/"]) {
    expect(parseTarget(url, DEFAULT_TARGETS).protocol).toBe("https:");
  }
  expect(() => parseTarget("http://example.com/", DEFAULT_TARGETS)).toThrow("https:");
});
