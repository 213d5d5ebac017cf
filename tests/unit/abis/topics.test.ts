import { type Abi, type AbiEvent, parseAbiItem, toEventSelector } from "viem";
import { describe, expect, test } from "vitest";
import {
  AgentEscrowAbi,
  EntitlementsAbi,
  EscrowAbi,
  MarketplaceAbi,
  ProxyAbi,
  TokenAbi,
} from "../../../abis/index.ts";
import { V2_UNCONFIRMED_EVENTS, V2EventsAbi } from "../../../abis/v2/index.ts";
import { type ContractName, loadArtifact } from "../../../devnet/contracts/artifact.ts";
import {
  AGENT_ESCROW_TOPICS,
  E0_TOPICS,
  E2_ADDED_TOPICS,
  E3_ADDED_TOPICS,
  ENTITLEMENT_TOPICS,
  M1_TOPICS,
  M3_ADDED_TOPICS,
  PROXIED_TOPICS,
  type RecordedTopic,
  ROLE_TOPICS,
  TOKEN_TOPICS,
  V2_TOPICS,
  V2_UNCONFIRMED_TOPICS,
} from "./recorded-topics.ts";

function events(abi: Abi): AbiEvent[] {
  return abi.filter((entry) => entry.type === "event");
}

/** Topic, name and parameters with their indexed flags, in one comparable shape. */
function describeEvent(event: AbiEvent) {
  return {
    topic0: toEventSelector(event),
    name: event.name,
    inputs: event.inputs.map(({ name, type, indexed }) => ({ name, type, indexed: !!indexed })),
  };
}

function describeRecorded([declaration, topic0]: RecordedTopic) {
  return { ...describeEvent(parseAbiItem(`event ${declaration}`) as AbiEvent), topic0 };
}

function byName<T extends { name: string }>(list: T[]): T[] {
  return [...list].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The ABI declares exactly the recorded events: names, types, indexed flags and topics. */
function expectExactly(abi: Abi, ...recorded: (readonly RecordedTopic[])[]): void {
  expect(byName(events(abi).map(describeEvent))).toEqual(
    byName(recorded.flat().map(describeRecorded)),
  );
}

const MARKETPLACE = [M1_TOPICS, M3_ADDED_TOPICS];
const ESCROW = [E0_TOPICS, E2_ADDED_TOPICS, E3_ADDED_TOPICS];

describe("typed ABIs declare the recorded events, topic by topic", () => {
  test("marketplace", () => expectExactly(MarketplaceAbi, ...MARKETPLACE, PROXIED_TOPICS));
  test("escrow", () => expectExactly(EscrowAbi, ...ESCROW, PROXIED_TOPICS));
  test("token", () => expectExactly(TokenAbi, TOKEN_TOPICS));
  test("agent payments", () => expectExactly(AgentEscrowAbi, AGENT_ESCROW_TOPICS, ROLE_TOPICS));
  test("entitlements", () => expectExactly(EntitlementsAbi, ENTITLEMENT_TOPICS, ROLE_TOPICS));
  test("V2, kept apart", () => expectExactly(V2EventsAbi, V2_TOPICS));

  test("proxy", () => {
    const recorded = PROXIED_TOPICS.filter(([declaration]) => !/^(Unp|P)aused/.test(declaration));
    expectExactly(ProxyAbi, recorded);
  });

  test("V2 events of unknown indexed flags are kept as signatures only", () => {
    const topics = V2_UNCONFIRMED_EVENTS.map((signature) => [
      signature,
      toEventSelector(signature),
    ]);
    expect(topics).toEqual(V2_UNCONFIRMED_TOPICS);
    const names = V2_UNCONFIRMED_EVENTS.map((signature) => signature.split("(")[0]);
    expect(events(V2EventsAbi).filter((event) => names.includes(event.name))).toEqual([]);
  });
});

describe("each generation declares its own events and no others (domain A.0)", () => {
  const generations: [ContractName, number, (readonly RecordedTopic[])[]][] = [
    ["MarketplaceM1", 12, [M1_TOPICS]],
    ["MarketplaceM2", 12, [M1_TOPICS]],
    ["MarketplaceM3", 15, MARKETPLACE],
    ["EscrowE0", 17, [E0_TOPICS]],
    ["EscrowE1", 17, [E0_TOPICS]],
    ["EscrowE2a", 24, [E0_TOPICS, E2_ADDED_TOPICS]],
    ["EscrowE2b", 24, [E0_TOPICS, E2_ADDED_TOPICS]],
    ["EscrowE2c", 24, [E0_TOPICS, E2_ADDED_TOPICS]],
    ["EscrowE2d", 24, [E0_TOPICS, E2_ADDED_TOPICS]],
    ["EscrowE3", 26, ESCROW],
  ];
  test.each(generations)("%s has %i own events", (name, count, recorded) => {
    expect(recorded.flat()).toHaveLength(count);
    expectExactly(loadArtifact(name).abi, ...recorded, PROXIED_TOPICS);
  });
});

test("trap 42: six names mean other events in V2, and the two ABIs share no such topic", () => {
  const deployed = [...events(MarketplaceAbi), ...events(EscrowAbi)];
  const overloaded = events(V2EventsAbi).filter((v2) =>
    deployed.some((v1) => v1.name === v2.name && toEventSelector(v1) !== toEventSelector(v2)),
  );
  expect(overloaded.map((event) => event.name).sort()).toEqual([
    "CredentialsUploaded",
    "DisputeRaised",
    "DisputeResolved",
    "ListingCreated",
    "ListingUpdated",
    "OfferAccepted",
  ]);
});

test("the next marketplace adds one event that no ABI knows", () => {
  const known = new Set(
    [MarketplaceAbi, EscrowAbi, TokenAbi, AgentEscrowAbi, EntitlementsAbi, V2EventsAbi].flatMap(
      (abi) => events(abi).map((event) => toEventSelector(event)),
    ),
  );
  const unknown = events(loadArtifact("MarketplaceM3Next").abi).filter(
    (event) => !known.has(toEventSelector(event)),
  );
  expect(unknown.map((event) => event.name)).toEqual(["MarketplaceAnnouncement"]);
});
