import { type Hex, keccak256, parseTransaction } from "viem";
import {
  type ActionChange,
  type AgentAction,
  allotNonce,
  changeAction,
  findAction,
  findTransactions,
  lockAction,
  noteSent,
  type SignedTransaction,
  storeTransaction,
} from "../../core/agent-wallet/actions.ts";
import { encodeCall, type Fees } from "../../core/agent-wallet/agent-chain.ts";
import { findIndexedEvent, ignoresCalls } from "../../core/agent-wallet/agent-index.ts";
import type { AgentWallet } from "../../core/agent-wallet/agent-wallet.ts";
import { firstFees, replacementFees } from "../../core/agent-wallet/fees.ts";
import { JobError } from "../../core/jobs/job-error.ts";
import { inWrite } from "../in-write.ts";
import { PostponedError, type Processor, type ProcessorContext } from "../processor.ts";

/** A process without the key leaves the job to those that have it. */
const ELSEWHERE_MS = 5_000;

/** Fees do not fall from one look to the next. */
const DEAR_LOOKS = 15;

/** What was sent so often without its event is looked at by somebody. */
const MAX_TRIES = 3;

const DEAR = "Fees are above the cap; it waits until they fall.";

/**
 * Brings what the agent is to do one step on, and comes again until its event is final. Everything is
 * on the row before it leaves, and a row that has changed meanwhile is read anew: two processes that
 * work on the same action do no harm.
 */
export const actForAgent: Processor<"agent.act"> = async ({ actionId }, context) => {
  const { pool, agent } = context.deps;
  if (agent === undefined) throw new PostponedError(ELSEWHERE_MS);
  const action = await findAction(pool, actionId);
  if (action === undefined || action.state === "done" || action.state === "unneeded") return;
  if (action.call.chainId !== agent.chain.chainId) {
    throw new JobError("rejected", "It is for another chain than that of the wallet.");
  }
  await agent.chain.check();
  const work: Work = { action, agent, context };
  if (action.nonce === null) return begin(work);
  return follow(work, action.nonce);
};

type Work = { action: AgentAction; agent: AgentWallet; context: ProcessorContext };

/** Looks whether it is still to be done, and sends it. */
async function begin(work: Work): Promise<void> {
  const { action, agent, context } = work;
  const { pool } = context.deps;
  const { chain, signer } = agent;
  const { call } = action;
  if (await ignoresCalls(pool, call)) {
    throw new JobError("rejected", "The code of this marketplace ignores the call.");
  }
  const judgement = await chain.judge(call, signer.address);
  if (judgement.is === "unneeded") {
    return context.finish((client) =>
      change(client, action, { state: "unneeded", detail: judgement.why }),
    );
  }
  if (judgement.is === "refused") throw new JobError("rejected", judgement.why);
  if (action.tries >= MAX_TRIES) {
    throw new JobError("rejected", `It was sent ${MAX_TRIES} times without its event.`);
  }
  const fees = firstFees(await chain.fees(), agent.maxFeeWei);
  if (fees === undefined) return wait(work, DEAR_LOOKS * agent.pollMs, DEAR);
  const gas = await chain.gasFor(call, signer.address);
  const signed = await inWrite(pool, async (client) => {
    await expectSame(client, action);
    const counted = () => chain.count(signer.address, "pending");
    const nonce = await allotNonce(client, action, signer.address, counted);
    const transaction = { to: call.contract, data: encodeCall(call), gas };
    const first = await sign(agent, transaction, { nonce, attempt: 1, ...fees });
    await storeTransaction(client, action.actionId, first);
    await changeAction(client, action.actionId, { state: "sent", detail: null });
    return first;
  });
  await send(work, signed);
  throw new PostponedError(agent.pollMs);
}

/** Looks what has become of what was sent. */
async function follow(work: Work, nonce: bigint): Promise<void> {
  const { action, agent, context } = work;
  const { pool } = context.deps;
  const { call, state } = action;
  const transactions = await findTransactions(pool, action.actionId);
  const hashes = transactions.map(({ hash }) => hash);
  const { block, safe, final } = await findIndexedEvent(pool, call, hashes);
  if (block !== null && block <= final) {
    const end = { state: "done", detail: null, blockNumber: block } as const;
    return context.finish((client) => change(client, action, end));
  }
  if (block !== null) {
    if (block !== action.blockNumber) await move(work, { state: "seen", blockNumber: block });
    throw new PostponedError(agent.pollMs);
  }
  // Its block was taken back, or the index begins anew.
  if (state === "seen") await move(work, { state: "sent" });
  const mined = await findMined(work, hashes);
  if (mined !== undefined) {
    // What is only included may still be mined again, with another outcome.
    if (!mined.hasEvent && mined.blockNumber <= safe) await move(work, GIVEN_UP);
    throw new PostponedError(agent.pollMs);
  }
  await press(work, nonce, transactions);
  throw new PostponedError(agent.pollMs);
}

const GIVEN_UP = { state: "wanted", losesNonce: true } as const;

async function findMined({ agent, action }: Work, hashes: readonly Hex[]) {
  for (const hash of hashes) {
    const mined = await agent.chain.findMined(hash, action.call);
    if (mined !== undefined) return mined;
  }
  return undefined;
}

/** Sends again what the nodes have lost, and pays more for what they leave lying. */
async function press(
  work: Work,
  nonce: bigint,
  transactions: readonly SignedTransaction[],
): Promise<void> {
  const { agent } = work;
  const { chain, signer } = agent;
  const counted = await chain.count(signer.address, "latest");
  if (counted > nonce) {
    // Another transaction has the number; until that is safe, ours may still come before it.
    const settled = await chain.count(signer.address, "safe");
    return settled > nonce ? move(work, GIVEN_UP) : undefined;
  }
  const last = transactions.findLast((transaction) => transaction.nonce === nonce);
  if (last === undefined) throw new Error("an action has a number and no transaction");
  const isNext = counted === nonce;
  if (isNext && last.ageSeconds * 1_000 > agent.stuckMs) {
    const fees = replacementFees(last, await chain.fees(), agent.maxFeeWei);
    if (fees !== undefined) return send(work, await replace(work, last, fees));
  }
  if (!(await chain.isKnown(last.hash))) await send(work, last);
}

/** Signs and stores the same call with the same number for more money. */
function replace(work: Work, last: SignedTransaction, fees: Fees): Promise<SignedTransaction> {
  const { action, agent, context } = work;
  return inWrite(context.deps.pool, async (client) => {
    await expectSame(client, action);
    const { to, data, gas } = parseTransaction(last.raw);
    if (to == null || data === undefined || gas === undefined) {
      throw new Error("a stored transaction is not one of ours");
    }
    const { nonce } = last;
    const next = await sign(
      agent,
      { to, data, gas },
      { nonce, attempt: last.attempt + 1, ...fees },
    );
    await storeTransaction(client, action.actionId, next);
    return next;
  });
}

async function sign(
  { signer, chain }: AgentWallet,
  transaction: { to: Hex; data: Hex; gas: bigint },
  terms: Fees & { nonce: bigint; attempt: number },
): Promise<SignedTransaction> {
  const raw = await signer.signTransaction({
    ...transaction,
    type: "eip1559",
    chainId: chain.chainId,
    // Numbers of transactions are counted one by one from 0.
    nonce: Number(terms.nonce),
    maxFeePerGas: terms.maxFeeWei,
    maxPriorityFeePerGas: terms.priorityFeeWei,
  });
  return { ...terms, raw, hash: keccak256(raw), ageSeconds: 0 };
}

async function send({ agent, context }: Work, { raw, hash }: SignedTransaction): Promise<void> {
  // A node that does not take it now is asked again with the next step.
  if (await agent.chain.send(raw)) await noteSent(context.deps.pool, hash);
}

/** Waits for a while, and says why on the row. */
async function wait(work: Work, delayMs: number, detail: string): Promise<never> {
  if (work.action.detail !== detail) await move(work, { state: work.action.state, detail });
  throw new PostponedError(delayMs);
}

/** Changes the row in a transaction of its own. */
async function move(
  { action, context }: Work,
  to: Omit<ActionChange, "detail"> & { detail?: string },
): Promise<void> {
  await inWrite(context.deps.pool, (client) => change(client, action, { detail: null, ...to }));
}

type Client = Parameters<Parameters<ProcessorContext["finish"]>[0]>[0];

async function change(client: Client, action: AgentAction, to: ActionChange): Promise<void> {
  await expectSame(client, action);
  await changeAction(client, action.actionId, to);
}

/** Locks the row; when it is not as it was read, somebody else has brought it on. */
async function expectSame(client: Client, action: AgentAction): Promise<void> {
  const now = await lockAction(client, action.actionId);
  const isSame =
    now?.state === action.state && now.nonce === action.nonce && now.tries === action.tries;
  if (!isSame) throw new PostponedError(0);
}
