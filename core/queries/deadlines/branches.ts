import type { Actor } from "../../../src/protocol/clocks.ts";
import { DUE_ROWS, type DueRows } from "./due-rows.ts";

/** One kind of deadline of one kind of row; together they are all deadlines there are. */
export type Branch = {
  rows: DueRows;
  kind: string;
  /** Place of the kind in the alphabet, by which lists are sorted after the time. */
  rank: number;
  /** Seconds from the base column to the moment. */
  offset: bigint;
  actors: readonly Actor[];
};

const examples = DUE_ROWS.flatMap((rows) => rows.example.map((clock) => ({ rows, clock })));

/** Every kind of deadline, in the order of the alphabet. */
export const DEADLINE_KINDS = [...new Set(examples.map(({ clock }) => clock.kind))].sort() as [
  // There are examples, so there is a first one.
  string,
  ...string[],
];

/** Everybody who may act on a deadline. */
export const DEADLINE_ROLES = [
  ...new Set(examples.flatMap(({ clock }) => clock.actors)),
].sort() as [Actor, ...Actor[]];

/** Kinds, moments and actors are read off the clocks, so that no rule is written down twice. */
export const BRANCHES: readonly Branch[] = examples.map(({ rows, clock }) => ({
  rows,
  kind: clock.kind,
  rank: DEADLINE_KINDS.indexOf(clock.kind),
  offset: clock.at,
  actors: clock.actors,
}));
