import type { Abi, ContractEventName } from "viem";
import { expectTypeOf, test } from "vitest";
import type {
  AgentEscrowAbi,
  EntitlementsAbi,
  EscrowAbi,
  MarketplaceAbi,
  TokenAbi,
} from "../../abis/index.ts";
import type {
  AGENT_ESCROW_COVERAGE,
  Coverage,
  ENTITLEMENT_COVERAGE,
  ESCROW_COVERAGE,
  MARKETPLACE_COVERAGE,
  TOKEN_COVERAGE,
} from "../../src/protocol/coverage.ts";

type Decisions<abi extends Abi> = { readonly [name in ContractEventName<abi>]: Coverage };

test("every event of every ABI is decided, and nothing else is", () => {
  expectTypeOf<keyof typeof MARKETPLACE_COVERAGE>().toEqualTypeOf<
    ContractEventName<typeof MarketplaceAbi>
  >();
  expectTypeOf<keyof typeof ESCROW_COVERAGE>().toEqualTypeOf<ContractEventName<typeof EscrowAbi>>();
  expectTypeOf<keyof typeof TOKEN_COVERAGE>().toEqualTypeOf<ContractEventName<typeof TokenAbi>>();
  expectTypeOf<keyof typeof AGENT_ESCROW_COVERAGE>().toEqualTypeOf<
    ContractEventName<typeof AgentEscrowAbi>
  >();
  expectTypeOf<keyof typeof ENTITLEMENT_COVERAGE>().toEqualTypeOf<
    ContractEventName<typeof EntitlementsAbi>
  >();
});

test("a new event does not compile until it is decided", () => {
  type Grown = readonly [
    ...typeof TokenAbi,
    { readonly type: "event"; readonly name: "Minted"; readonly inputs: readonly [] },
  ];
  expectTypeOf<typeof TOKEN_COVERAGE>().not.toExtend<Decisions<Grown>>();
  expectTypeOf<typeof TOKEN_COVERAGE>().toExtend<Decisions<typeof TokenAbi>>();
});

test("an event is ignored only for a reason", () => {
  expectTypeOf<{ handling: "ignored" }>().not.toExtend<Coverage>();
  expectTypeOf<{ handling: "ignored"; reason: string }>().toExtend<Coverage>();
});
