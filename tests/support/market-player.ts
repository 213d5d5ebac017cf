import { type Abi, encodeFunctionData, type Hex } from "viem";
import type { Receipt, TestChain } from "./anvil.ts";
import { mismatchesOfTouched } from "./compare/model-against-chain.ts";
import { escrowCalls, marketplaceCalls } from "./contract-abi.ts";
import type { Dice } from "./model/dice.ts";
import type { MarketState } from "./model/market-state.ts";
import { type Move, pickMove, type Uses } from "./model/pick-move.ts";
import { Refusal } from "./model/refusal.ts";

/** What happened in a run, for the suite's own assertions. */
export type PlayedRun = {
  attempted: number;
  refused: number;
  /** Rule and offset in seconds of every move that was made around a limit in time. */
  limits: string[];
};

type Pending = { move: Move; expected: "ok" | "refused"; hash: Hex };

/** Thrown when the contract did not do what the model says. */
export class ModelMismatch extends Error {
  override name = "ModelMismatch";
}

/**
 * Plays abstract moves on a market: each is made on the model and on the chain, and both must agree
 * on whether it passes and on what it leaves behind.
 * @param uses what was played before; grows with the run
 */
export async function playRun(
  chain: TestChain,
  state: MarketState,
  dices: readonly Dice[],
  uses: Uses,
): Promise<PlayedRun> {
  const run: PlayedRun = { attempted: 0, refused: 0, limits: [] };
  let block: Pending[] = [];

  const mineBlock = async () => {
    if (block.length === 0) return;
    await chain.mine(state.now);
    const receipts = await chain.request<Receipt[]>("eth_getBlockReceipts", ["latest"]);
    const byHash = new Map(receipts.map((receipt) => [receipt.transactionHash, receipt]));
    for (const { move, expected, hash } of block) {
      const actual = byHash.get(hash)?.status === "0x1" ? "ok" : "refused";
      if (actual !== expected) {
        throw new ModelMismatch(`${describeMove(move)}: model says ${expected}, chain ${actual}`);
      }
    }
    const differences = await mismatchesOfTouched(
      chain,
      state,
      block.map((it) => it.move),
    );
    if (differences.length > 0) {
      const moves = block.map((it) => describeMove(it.move)).join("\n");
      throw new ModelMismatch(`${differences.join("\n")}\nafter\n${moves}`);
    }
    block = [];
  };

  // A pause may not join the block of the run before.
  state.now += 1n;
  for (const [index, dice] of dices.entries()) {
    state.movesLeft = dices.length - index;
    const move = pickMove(state, dice, uses);
    if (move.at > state.now) {
      await mineBlock();
      state.now = move.at;
    }
    const expected = playOnModel(state, move);
    block.push({ move, expected, hash: await submitMove(chain, state, move) });
    run.attempted += 1;
    if (expected === "refused") run.refused += 1;
    if (move.aimed !== undefined) run.limits.push(`${move.aimed.rule} ${move.aimed.offset}`);
  }
  await mineBlock();
  return run;
}

function playOnModel(state: MarketState, move: Move): "ok" | "refused" {
  try {
    move.kind.play(state, move.from, state.now, move.args);
    return "ok";
  } catch (error) {
    if (error instanceof Refusal) return "refused";
    throw error;
  }
}

function submitMove(chain: TestChain, state: MarketState, move: Move): Promise<Hex> {
  const { on, fn } = move.kind;
  const abi: Abi = on === "marketplace" ? marketplaceCalls : escrowCalls;
  const data = encodeFunctionData({ abi, functionName: fn, args: move.args });
  return chain.submit({ from: move.from, to: state[on].address, data });
}

/** `escrow.confirmReceipt(3) by 0x… at 1735689900`. */
export function describeMove({ kind, args, from, at }: Move): string {
  const shown = args.map((value) => (typeof value === "string" ? JSON.stringify(value) : value));
  return `${kind.on}.${kind.fn}(${shown.join(", ")}) by ${from} at ${at}`;
}
