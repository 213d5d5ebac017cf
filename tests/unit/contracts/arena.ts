import {
  type Abi,
  type Address,
  decodeErrorResult,
  decodeEventLog,
  decodeFunctionResult,
  encodeFunctionData,
  type Hex,
  maxUint256,
  parseUnits,
} from "viem";
import { type ContractName, loadArtifact } from "../../../devnet/contracts/artifact.ts";
import { deployMarket, type MarketOptions, tokenContract } from "../../../devnet/deploy.ts";
import type { TestChain } from "../../support/anvil.ts";

export type Where = "marketplace" | "escrow" | "token";
export type Party = "owner" | "agent" | "treasury" | "seller" | "buyer" | "rival" | "stranger";
export type ChainEvent = { where: string; name: string; args: Record<string, unknown> };
export type Contract = { address: Address; abi: Abi };

export const HOUR = 3_600n;
export const DAY = 24n * HOUR;
export const PRICE = parseUnits("1000", 18);
export const STAKE = parseUnits("750000", 18);

/** Seconds between two actions that name no time. */
const STEP = 10n;

const FIRST_PARTY = 3;
const PARTIES: readonly Party[] = ["seller", "buyer", "rival", "stranger"];

/** Calls one contract after the other, a block each, and reads back what happened. */
export function openStage(chain: TestChain, contracts: Record<string, Contract>) {
  const contractAt = (address: Address) =>
    Object.entries(contracts).find(([, contract]) => contract.address === address.toLowerCase());

  /** A contract passes on the errors of those that it calls. */
  const errors = () =>
    Object.values(contracts).flatMap(({ abi }) => abi.filter((entry) => entry.type === "error"));

  function contractNamed(where: string): Contract {
    const contract = contracts[where];
    if (!contract) throw new Error(`There is no ${where} here.`);
    return contract;
  }

  async function run(
    from: Address,
    where: string,
    method: string,
    args: readonly unknown[],
    at?: bigint,
  ) {
    const { abi, address } = contractNamed(where);
    const data = encodeFunctionData({ abi, functionName: method, args });
    const time = at ?? (await chain.now()) + STEP;
    const [receipt] = await chain.execute([{ from, to: address, data }], time);
    if (!receipt) throw new Error("The transaction was not mined.");
    return { receipt, data, address, abi };
  }

  /** Why the latest block refused a call: its state and time are still those of the refusal. */
  async function reasonOf(from: Address, to: Address, data: Hex, abi: Abi): Promise<string> {
    try {
      await chain.request("eth_call", [{ from, to, data }, "latest"]);
    } catch (error) {
      const revert = (error as { data?: Hex }).data;
      if (!revert || revert === "0x") return "no reason";
      const { errorName, args } = decodeErrorResult({ abi: [...abi, ...errors()], data: revert });
      if (errorName === "Error") return String(args?.[0]);
      return errorName === "Panic" ? `Panic ${args?.[0]}` : errorName;
    }
    throw new Error("The refused call succeeds when it is repeated.");
  }

  return {
    contracts,

    callData: (where: string, method: string, args: readonly unknown[]) =>
      encodeFunctionData({ abi: contractNamed(where).abi, functionName: method, args }),

    /** Performs a call and answers its events in the order of the log. */
    async act(
      from: Address,
      where: string,
      method: string,
      args: readonly unknown[] = [],
      at?: bigint,
    ) {
      const { receipt, data, address, abi } = await run(from, where, method, args, at);
      if (receipt.status !== "0x1") {
        throw new Error(`${method} was refused: ${await reasonOf(from, address, data, abi)}`);
      }
      return receipt.logs.map((log): ChainEvent => {
        const found = contractAt(log.address);
        if (!found) throw new Error(`A log of the unknown contract ${log.address}.`);
        const [name, contract] = found;
        const event = decodeEventLog({
          abi: contract.abi,
          data: log.data,
          topics: log.topics as [Hex, ...Hex[]],
        });
        return { where: name, name: event.eventName ?? "", args: { ...event.args } };
      });
    },

    /** Performs a call that must be refused and answers the reason. */
    async refusal(
      from: Address,
      where: string,
      method: string,
      args: readonly unknown[] = [],
      at?: bigint,
    ) {
      const { receipt, data, address, abi } = await run(from, where, method, args, at);
      if (receipt.status === "0x1") throw new Error(`${method} was not refused.`);
      return reasonOf(from, address, data, abi);
    },

    async view<T>(where: string, method: string, args: readonly unknown[] = []): Promise<T> {
      const { abi, address } = contractNamed(where);
      const data = encodeFunctionData({ abi, functionName: method, args });
      const [answer = "0x"] = await chain.calls([{ to: address, data }]);
      return decodeFunctionResult({ abi, functionName: method, data: answer }) as T;
    },

    now: () => chain.now(),
  };
}

/** A fresh market on a shared chain, with funded people who have approved both contracts. */
export async function openArena(chain: TestChain, options: MarketOptions = {}) {
  const market = await deployMarket(chain, { endGenesis: true, ...options });
  const people = Object.fromEntries(
    PARTIES.map((party, index) => [party, chain.accounts[FIRST_PARTY + index]]),
  );
  const { owner, agent, treasury } = market;
  const parties = { ...people, owner, agent, treasury } as Record<Party, Address>;

  const contract = (address: Address, name: ContractName) => ({
    address,
    abi: loadArtifact(name).abi,
  });
  const stage = openStage(chain, {
    marketplace: contract(
      market.marketplace.address,
      `Marketplace${market.marketplace.generation}` as ContractName,
    ),
    escrow: contract(market.escrow.address, `Escrow${market.escrow.generation}` as ContractName),
    token: contract(market.token.address, tokenContract(market.token.kind)),
  });

  const act = (
    party: Party,
    where: Where,
    method: string,
    args: readonly unknown[] = [],
    at?: bigint,
  ) => stage.act(parties[party], where, method, args, at);

  // In one block, since anvil keeps a copy of the state for each.
  const approvals = [market.marketplace.address, market.escrow.address].map((spender) =>
    stage.callData("token", "approve", [spender, maxUint256]),
  );
  await chain.execute(
    PARTIES.flatMap((party) =>
      [stage.callData("token", "mint", [parties[party], STAKE * 10n]), ...approvals].map(
        (data) => ({
          from: parties[party],
          to: market.token.address,
          data,
        }),
      ),
    ),
    (await chain.now()) + STEP,
  );

  return {
    chain,
    market,
    parties,
    view: stage.view,
    now: stage.now,
    act,

    refusal: (
      party: Party,
      where: Where,
      method: string,
      args: readonly unknown[] = [],
      at?: bigint,
    ) => stage.refusal(parties[party], where, method, args, at),

    /** Calls the contract by the ABI of another generation from now on. */
    speak(where: Where, name: ContractName) {
      stage.contracts[where] = contract(market[where].address, name);
    },

    balance: (holder: Address) => stage.view<bigint>("token", "balanceOf", [holder]),

    stake: (party: Party = "seller") => act(party, "marketplace", "stakeToSell"),

    list: (level = 0, price = PRICE, party: Party = "seller") =>
      act(party, "marketplace", "createListing", [
        "A business",
        "ipfs://metadata",
        price,
        level,
        `0x${"11".repeat(32)}`,
        "0x1234",
        "build-1",
      ]),

    /** Buys listing 0 at its price; escrow ids count from 1. */
    buy: (party: Party = "buyer", listingId = 0n) =>
      act(party, "escrow", "depositFunds", [listingId, PRICE, 0]),

    upload: (escrowId = 1n, at?: bigint) =>
      act("seller", "escrow", "uploadCredentialHash", [escrowId, `0x${"22".repeat(32)}`], at),

    confirm: (escrowId = 1n, at?: bigint) =>
      act("buyer", "escrow", "confirmReceipt", [escrowId], at),
  };
}

/** Event names, those of the token prefixed, for comparing an order at a glance. */
export function names(events: readonly ChainEvent[]): string[] {
  return events.map(({ where, name }) => (where === "token" ? `token.${name}` : name));
}

/** Receivers and values of the token transfers among the events. */
export function payments(events: readonly ChainEvent[]): [to: unknown, value: unknown][] {
  return events
    .filter(({ name }) => name === "Transfer")
    .map(({ args }) => [String(args.to).toLowerCase(), args.value]);
}
