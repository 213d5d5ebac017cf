import {
  type Address,
  BaseError,
  encodeFunctionData,
  type Hex,
  type PublicClient,
  parseEventLogs,
  TransactionNotFoundError,
  TransactionReceiptNotFoundError,
} from "viem";
import { MarketplaceAbi } from "../../abis/MarketplaceAbi.ts";
import { JobError } from "../jobs/job-error.ts";
import { createRpcClient } from "../rpc/client.ts";
import { describeRpcError } from "../rpc/describe-error.ts";
import { readRevert } from "../rpc/read-revert.ts";
import type { MarketCall } from "./actions.ts";

/** Whether a call is to be sent, as the chain is now. */
export type Judgement =
  | { is: "needed" }
  /** It would change nothing. */
  | { is: "unneeded"; why: string }
  /** The contract refuses it from this account. */
  | { is: "refused"; why: string };

/** What the node says of a transaction that was mined. */
export type Mined = {
  blockNumber: bigint;
  /** Whether it has emitted the event that it was sent for. */
  hasEvent: boolean;
};

/** Fees of a transaction, wei for a unit of gas. */
export type Fees = { maxFeeWei: bigint; priorityFeeWei: bigint };

/** What the wallet asks of the nodes of its chain. Failures are those of a provider. */
export type AgentChain = {
  readonly chainId: number;
  /** @throws JobError when a node serves another chain */
  check(): Promise<void>;
  judge(call: MarketCall, from: Address): Promise<Judgement>;
  /** What a transaction must pay now to be mined soon; the base fee may double before it costs more. */
  fees(): Promise<Fees & { baseFeeWei: bigint }>;
  gasFor(call: MarketCall, from: Address): Promise<bigint>;
  /** Transactions of an account up to a block, or with those that wait. */
  count(from: Address, at: "latest" | "safe" | "pending"): Promise<bigint>;
  findMined(hash: Hex, call: MarketCall): Promise<Mined | undefined>;
  /** Whether a node still has it, mined or waiting. */
  isKnown(hash: Hex): Promise<boolean>;
  /** Hands a signed transaction to every node; false when none took it. */
  send(raw: Hex): Promise<boolean>;
};

/** Room above an estimate: the state may be another one when it is mined. */
const GAS_ROOM_PERCENT = 130n;

/** Agent calls touch two or three slots; more than this is not one of them. */
const MAX_GAS = 500_000n;

/** Nodes that know a transaction, or that the chain has gone past, say so in many words. */
const IS_THERE = /already known|already imported|nonce too low|already exists|known transaction/i;

/** Places in what `listings(id)` returns (domain A.7). */
const STATE = 7;
const IS_VERIFIED = 12;

const ACTIVE = 0;

/** What a call emits when it has had an effect. */
export const EVENTS = {
  verifyBuildId: "BuildIdVerified",
  pauseListing: "ListingPaused",
  pauseInactiveSeller: "SellerPaused",
} as const satisfies Record<MarketCall["function"], string>;

/** Encodes a call for its marketplace. */
export function encodeCall(call: MarketCall): Hex {
  return encodeFunctionData({ abi: MarketplaceAbi, ...callOf(call) });
}

function callOf(call: MarketCall) {
  switch (call.function) {
    case "verifyBuildId":
      return { functionName: call.function, args: [call.listingId, call.verified] } as const;
    case "pauseListing":
      return { functionName: call.function, args: [call.listingId] } as const;
    case "pauseInactiveSeller":
      return { functionName: call.function, args: [call.seller] } as const;
  }
}

/** Asks the nodes of one chain: the first for what it says, all of them to pass transactions on. */
export function openAgentChain(
  urls: readonly string[],
  { chainId, timeoutMs }: { chainId: number; timeoutMs: number },
): AgentChain {
  const clients = urls.map((url) => createRpcClient(url, timeoutMs));
  const [client] = clients;
  if (client === undefined) throw new Error("a chain without a node");
  return {
    chainId,
    async check() {
      const found = await asked(() => client.getChainId());
      if (found !== chainId) {
        throw new JobError("provider", `The node serves chain ${found}, not ${chainId}.`);
      }
    },
    judge: (call, from) => asked(() => judge(client, call, from)),
    fees: () =>
      asked(async () => {
        const [{ baseFeePerGas }, priorityFeeWei] = await Promise.all([
          client.getBlock({ blockTag: "latest" }),
          client.estimateMaxPriorityFeePerGas(),
        ]);
        const baseFeeWei = baseFeePerGas ?? 0n;
        return { baseFeeWei, priorityFeeWei, maxFeeWei: 2n * baseFeeWei + priorityFeeWei };
      }),
    gasFor: (call, from) =>
      asked(async () => {
        const data = encodeCall(call);
        const estimate = await client.estimateGas({ account: from, to: call.contract, data });
        const gas = (estimate * GAS_ROOM_PERCENT) / 100n;
        return gas < MAX_GAS ? gas : MAX_GAS;
      }),
    count: (address, blockTag) =>
      asked(async () => BigInt(await client.getTransactionCount({ address, blockTag }))),
    findMined: (hash, call) =>
      asked(async () => {
        try {
          const { logs, blockNumber } = await client.getTransactionReceipt({ hash });
          const own = logs.filter(({ address }) => address.toLowerCase() === call.contract);
          const eventName = EVENTS[call.function];
          const found = parseEventLogs({ abi: MarketplaceAbi, eventName, logs: own });
          return { hasEvent: found.length > 0, blockNumber };
        } catch (error) {
          if (isCaused(error, TransactionReceiptNotFoundError)) return undefined;
          throw error;
        }
      }),
    isKnown: (hash) =>
      asked(async () => {
        try {
          await client.getTransaction({ hash });
          return true;
        } catch (error) {
          if (isCaused(error, TransactionNotFoundError)) return false;
          throw error;
        }
      }),
    async send(serializedTransaction) {
      const answers = await Promise.allSettled(
        clients.map((node) => node.sendRawTransaction({ serializedTransaction })),
      );
      return answers.some(
        (answer) => answer.status === "fulfilled" || IS_THERE.test(describeRpcError(answer.reason)),
      );
    },
  };
}

/** Errors of viem repeat addresses of nodes; what leaves here names none. */
async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof JobError) throw error;
    throw new JobError("provider", `The node did not answer: ${describeRpcError(error)}.`);
  }
}

function isCaused(error: unknown, kind: new (...args: never[]) => Error): boolean {
  return error instanceof BaseError && error.walk((cause) => cause instanceof kind) !== null;
}

async function judge(client: PublicClient, call: MarketCall, from: Address): Promise<Judgement> {
  const contract = { abi: MarketplaceAbi, address: call.contract } as const;
  const agent = await client.readContract({ ...contract, functionName: "agentAddress" });
  if (agent.toLowerCase() !== from) {
    return { is: "refused", why: "The wallet is not the agent of the marketplace." };
  }
  const why = await findWhyUnneeded(client, call);
  if (why !== undefined) return { is: "unneeded", why };
  try {
    await client.call({ account: from, to: call.contract, data: encodeCall(call) });
    return { is: "needed" };
  } catch (error) {
    const revert = readRevert(error, MarketplaceAbi);
    if (revert === undefined) throw error;
    // The contract's words are untrusted text, and may be long.
    return { is: "refused", why: `The contract refuses it: ${revert.message.slice(0, 200)}` };
  }
}

/** Why a call would change nothing, by the views of the contract; undefined when it would. */
async function findWhyUnneeded(
  client: PublicClient,
  call: MarketCall,
): Promise<string | undefined> {
  const contract = { abi: MarketplaceAbi, address: call.contract } as const;
  if (call.function === "pauseInactiveSeller") {
    const view = { ...contract, args: [call.seller] } as const;
    const [, isDue] = await client.readContract({ ...view, functionName: "checkSellerActivity" });
    // The call succeeds without an event when the seller is not due, and again when he is paused.
    if (!isDue) return "The contract does not count the seller as silent.";
    const [, , , , isPaused] = await client.readContract({
      ...view,
      functionName: "sellerActivity",
    });
    return isPaused ? "The seller is paused already." : undefined;
  }
  const listing = await client.readContract({
    ...contract,
    functionName: "listings",
    args: [call.listingId],
  });
  if (call.function === "verifyBuildId") {
    const isVerified = listing[IS_VERIFIED];
    // A denial is told again: the flag of a listing that nobody has looked at is false as well.
    return call.verified && isVerified ? "The build id is verified already." : undefined;
  }
  return listing[STATE] === ACTIVE ? undefined : "The listing is not active.";
}
