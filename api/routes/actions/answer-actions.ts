import type { JudgedAct } from "../../../core/acts/act.ts";
import type { Account } from "../../../core/acts/facts.ts";
import type { ActInput } from "../../../core/acts/parameters.ts";
import { ERROR_ABI, type PreparedCall, prepareCall } from "../../../core/acts/prepare-call.ts";
import { settleAct } from "../../../core/acts/settle.ts";
import type { Snapshot } from "../../../core/db/consistent-read.ts";
import type { TokenName } from "../../../core/queries/act-facts.ts";
import {
  type CallSimulator,
  createCallSimulator,
  type Simulation,
} from "../../../core/rpc/simulate-calls.ts";
import type { ApiDeps } from "../../deps.ts";
import { sendAnswer, sendFinished } from "../../http/answer.ts";
import type { ApiContext } from "../../http/env.ts";
import type { FreshnessParams } from "../../http/params.ts";
import { toAddressOrNull } from "../../http/values.ts";
import { type ActionParts, toAction } from "./action.resource.ts";

/** An act with the name of the token of its contract. */
export type FoundAct = { judged: JudgedAct; token: TokenName };

/** What the acts are about, and the acts. */
export type FoundActs = { id: string; acts: FoundAct[] };

/** Who wants to act, and how. */
export type Actor = { account: Account | undefined; input: ActInput };

/** Answers with acts: judged by the rules within a snapshot, then tried on the chain. */
export function createActionAnswers(deps: ApiDeps) {
  const reported = new Set<string>();
  let simulator: CallSimulator | undefined;

  // Made with the first answer: the document is built without dependencies.
  const findSimulator = () => {
    const { rpc, addressBook } = deps;
    simulator ??= rpc && createCallSimulator(rpc, { ...addressBook, abi: ERROR_ABI });
    return simulator;
  };

  /** Every disagreement is logged once: it is a missing rule, or an index that is behind. */
  const report = ({ judged, settled, simulation }: ActionParts) => {
    const name = `${judged.contract.address} ${judged.fn} ${simulation?.result}`;
    if (!settled.isDisputed || reported.has(name)) return;
    reported.add(name);
    const { contract, fn, reasons } = judged;
    deps.log.warn(
      { contract: contract.address, fn, reasons, simulation },
      "rules and chain disagree",
    );
  };

  return async (
    c: ApiContext,
    { account, input }: Actor,
    freshness: FreshnessParams,
    find: (snapshot: Snapshot, actor: Actor) => Promise<FoundActs>,
  ) => {
    const { chainId } = deps.addressBook;
    const read = async (snapshot: Snapshot) => {
      const { id, acts } = await find(snapshot, { account, input });
      const block = snapshot.position.indexed.number;
      const tried: TriedAct[] = acts.map((act) => ({
        ...act,
        prepared: account === undefined ? null : prepareCall(act.judged, block),
      }));
      return { id, tried };
    };
    const toData = ({ id, tried }: { id: string; tried: TriedAct[] }, said: Simulated = []) => {
      const parts = tried.map((act, at) => withSimulation(act, said[at] ?? null, chainId));
      for (const part of parts) report(part);
      return {
        data: { id, account: toAddressOrNull(account ?? null), actions: parts.map(toAction) },
      };
    };
    const chain = findSimulator();
    if (chain === undefined || account === undefined) {
      return sendAnswer(c, deps, freshness, async (snapshot) => toData(await read(snapshot)));
    }
    // The node is asked after the snapshot is closed: no connection waits for it.
    return sendFinished(c, deps, freshness, read, async (found) =>
      toData(found, await simulateActs(chain, account, found.tried)),
    );
  };
}

/** An act with the call that does it; null where there is none. */
type TriedAct = FoundAct & { prepared: PreparedCall | null };

/** What the chain says to each act; null where it was not asked. */
type Simulated = readonly (Simulation | null)[];

function withSimulation(
  { judged, token, prepared }: TriedAct,
  simulation: Simulation | null,
  chainId: number,
): ActionParts {
  const settled = settleAct(judged, simulation);
  return { judged, settled, prepared, simulation, token, chainId };
}

/** One simulation for each act; null where there is no call to try. */
async function simulateActs(
  simulator: CallSimulator,
  from: Account,
  acts: readonly { prepared: PreparedCall | null }[],
): Promise<Simulated> {
  const calls = acts.flatMap(({ prepared }) =>
    prepared === null ? [] : [{ from, to: prepared.to, data: prepared.data }],
  );
  const answers = (await simulator.simulate(calls)).values();
  return acts.map(({ prepared }) => (prepared === null ? null : (answers.next().value ?? null)));
}
