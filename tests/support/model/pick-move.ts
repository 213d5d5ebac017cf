import type { Hex } from "viem";
import { choose, DICE_SIDES, type Dice, WILD_SHARE } from "./dice.ts";
import { ESCROW_MOVES } from "./escrow-moves.ts";
import type { MarketState } from "./market-state.ts";
import { MARKETPLACE_MOVES } from "./marketplace-moves.ts";
import type { Limit, MoveKind, Target } from "./move.ts";
import { HOUR } from "./proxied-model.ts";

const KINDS: readonly MoveKind[] = [...MARKETPLACE_MOVES, ...ESCROW_MOVES];

/** A move with everything decided. */
export type Move = {
  kind: MoveKind;
  from: Hex;
  args: readonly unknown[];
  /** Unix seconds of its block; equal to the state's `now` to join the pending block. */
  at: bigint;
  /** What tells it from other moves of its kind, for choosing the rare ones. */
  variant: string;
  /** The limit that `at` was chosen by, and how far from it in seconds. */
  aimed?: { rule: string; offset: -1 | 0 | 1 };
};

type Option = {
  kind: MoveKind;
  target: Target;
  args: readonly unknown[];
  variant: string;
  limit: Limit | undefined;
  /** Whether the move would pass only once its limit has come. */
  isEarly: boolean;
};

/**
 * How often each variant of a move, and each offset from a limit, was chosen so far: what was rare
 * becomes likelier. It is part of what a run starts from, so that the run can be repeated.
 */
export type Uses = Map<string, number>;

/** A variant that was chosen less often than this is scarce, and weighs so many times as much. */
const SCARCE = 6;
const SCARCITY_BONUS = 12;

/** Seconds that pass before a move that is not aimed at a limit. Zero joins the pending block. */
const PAUSES: readonly bigint[] = [0n, 0n, 0n, 0n, 0n, 1n, 12n, 600n, HOUR, 3n * HOUR, 11n * HOUR];

/** Turns numbers into a move that makes sense, or deliberately none, in the present state. */
export function pickMove(state: MarketState, dice: Dice, uses: Uses): Move {
  if (dice.wild < WILD_SHARE) return unrulyMove(state, dice);
  const move = sensibleMove(state, dice, uses) ?? idle(state, dice);
  const { kind, from, at, args } = move;
  // An attempt that comes too early or too late does not make its kind less scarce.
  if (state.gate.would(() => kind.play(state, from, at, args))) count(uses, move.variant);
  if (move.aimed !== undefined) count(uses, limitKey(move.aimed.rule, move.aimed.offset));
  return move;
}

const count = (uses: Uses, key: string) => uses.set(key, (uses.get(key) ?? 0) + 1);
const limitKey = (rule: string, offset: number) => `${rule} ${offset}`;

function sensibleMove(state: MarketState, dice: Dice, uses: Uses): Move | undefined {
  const now = state.now + choose(PAUSES, dice.time);
  const kinds = KINDS.filter(({ on }) => on === stageOf(state, dice));
  const options = kinds.flatMap((kind) => optionsOf(state, kind, dice, now));
  const variant = rareVariant(options, dice.kind, uses);
  if (variant === undefined) return undefined;
  const option = choose(
    options.filter((it) => it.variant === variant),
    dice.target,
  );
  const { kind, target, args } = option;
  return { kind, from: target.by, args, variant, ...aimed(state, dice, option, now, uses) };
}

/** Mostly the escrows are acted on, unless the marketplace has too little to offer. */
function stageOf({ marketplace }: MarketState, dice: Dice): MoveKind["on"] {
  const active = marketplace.listings.filter((listing) => listing.state === "active").length;
  return dice.wild % 10 < (active < 2 ? 7 : 2) ? "marketplace" : "escrow";
}

/** Targets that the model would let pass now, or around a limit that is still ahead. */
function optionsOf(state: MarketState, kind: MoveKind, dice: Dice, now: bigint): Option[] {
  return kind.targets(state).flatMap((target) => {
    const limit = kind.limit?.(target, state);
    const args = kind.args(target, dice, state);
    const times =
      limit === undefined || limit.at <= now ? [now] : [now, limit.at - 1n, limit.at + 1n];
    const passes = (at: bigint) => state.gate.would(() => kind.play(state, target.by, at, args));
    if (!times.some(passes)) return [];
    const variant = variantOf(state, kind, target, args);
    return [{ kind, target, args, variant, limit, isEarly: !passes(now) }];
  });
}

/** The same function means something else in another state of what it is about. */
function variantOf(
  state: MarketState,
  { on, fn }: MoveKind,
  { id, by }: Target,
  args: readonly unknown[],
): string {
  const name = `${on}.${fn}`;
  if (fn === "verifyBuildId") {
    return `${name} ${state.marketplace.listings[Number(id)]?.level} ${args[1]}`;
  }
  if (fn === "stakeToSell") return `${name} ${state.marketplace.seller(by).stake > 0n}`;
  if (fn === "resolveDispute") return `${name} ${args[1]}`;
  if (fn === "cancelOffer") return `${name} ${state.escrow.offer(id)?.buyer === by}`;
  if (on === "marketplace" || fn.endsWith("Offer") || fn === "depositFunds") return name;
  return `${name} ${state.escrow.escrow(id)?.state}`;
}

/**
 * When a move with a limit ahead is made: one second before, at, or one second after it, whichever
 * was tried least. A move that has to wait for the limit waits for it; one that could be made at
 * once is made at once most of the time, since a jump in time ends much of what else is going on.
 */
function aimed(
  state: MarketState,
  dice: Dice,
  { limit, isEarly }: Option,
  now: bigint,
  uses: Uses,
): Pick<Move, "at" | "aimed"> {
  if (limit === undefined) return { at: now };
  const { rule } = limit;
  const tried = (offset: number) => uses.get(limitKey(rule, offset)) ?? 0;
  const offset = ([-1, 0, 1] as const).reduce((rarest, it) =>
    tried(it) < tried(rarest) ? it : rarest,
  );
  const isTried = tried(offset) >= 2;
  if (!isEarly && dice.time % (isTried ? 12 : 2) !== 1) return { at: now };
  const at = limit.at + BigInt(offset);
  return at < state.now ? { at: now } : { at, aimed: { rule, offset } };
}

/** Anything by anybody: most of these the contract refuses. */
function unrulyMove(state: MarketState, dice: Dice): Move {
  const thinkable = KINDS.filter((it) => it.isThinkable?.(state) ?? true);
  const kind = choose(thinkable, dice.kind);
  const targets = kind.targets(state);
  const from = choose(state.people, dice.who);
  const target =
    targets.length > 0
      ? choose(targets, dice.target)
      : { id: BigInt(existingId(state, kind, dice)), by: from };
  return {
    kind,
    from: dice.detail % 3 === 0 ? target.by : from,
    args: kind.args(target, dice, state),
    at: state.now + choose(PAUSES, dice.time),
    variant: "unruly",
  };
}

/** An id within the counters: what the contracts do beyond them is not part of the domain. */
function existingId(state: MarketState, kind: MoveKind, dice: Dice): number {
  if (kind.on === "marketplace") {
    const addressed = kind.fn === "pauseInactiveSeller" || kind.fn === "slashSeller";
    return addressed ? 0 : dice.target % Math.max(1, state.marketplace.listings.length);
  }
  const isOffer = kind.fn.endsWith("Offer") && kind.fn !== "makeOffer";
  const count = isOffer ? state.escrow.offers.length : state.escrow.escrows.length;
  return 1 + (dice.target % Math.max(1, count));
}

/** A heartbeat is always possible. */
function idle(state: MarketState, dice: Dice): Move {
  const kind = KINDS.find((it) => it.fn === "recordHeartbeat") as MoveKind;
  return {
    kind,
    from: choose(state.people, dice.who),
    args: [],
    at: state.now + 1n,
    variant: "idle",
  };
}

/** One of the variants at hand, by weight over how often it was chosen before. */
function rareVariant(options: readonly Option[], by: number, uses: Uses): string | undefined {
  const weights = new Map<string, number>();
  for (const { kind, variant } of options) {
    const used = uses.get(variant) ?? 0;
    const worn = kind.isSteady ? 1 : 1 + used;
    weights.set(variant, ((used < SCARCE ? SCARCITY_BONUS : 1) * kind.weight) / worn);
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  let left = (by / DICE_SIDES) * total;
  for (const [variant, weight] of weights) {
    left -= weight;
    if (left < 0) return variant;
  }
  return [...weights.keys()].at(-1);
}
