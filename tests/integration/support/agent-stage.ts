import { type Address, decodeEventLog, type Hex } from "viem";
import { MarketplaceAbi } from "../../../abis/MarketplaceAbi.ts";
import { requestAction, type WantedAction } from "../../../core/agent-wallet/actions.ts";
import { openAgentChain } from "../../../core/agent-wallet/agent-chain.ts";
import type { AgentWallet } from "../../../core/agent-wallet/agent-wallet.ts";
import type { AgentSigner } from "../../../core/agent-wallet/signer.ts";
import { waitUntil } from "../../../devnet/processes/wait-until.ts";
import { startTestChain, type TestChain } from "../../support/anvil.ts";
import { openArena } from "../../unit/contracts/arena.ts";
import { createJobStage, type JobStage, type TestWorkers } from "./job-stage.ts";
import { setIndexedBlock } from "./release.ts";
import { CHAIN_ID, insertRows, setHeads } from "./rows.ts";

/** Place of the agent among the accounts of a test chain. */
const AGENT = 1;

export type ActionRow = {
  state: string;
  detail: string | null;
  nonce: bigint | null;
  tries: number;
};

/** A marketplace on a chain of its own, an index that is written by hand, and wallets that act. */
export type AgentStage = {
  chain: TestChain;
  arena: Awaited<ReturnType<typeof openArena>>;
  jobs: JobStage;
  signer: AgentSigner;
  /** Starts a process' worth of workers with the agent's key. */
  work(options?: { wallet?: Partial<AgentWallet>; leaseMs?: number }): Promise<TestWorkers>;
  request(call: Partial<WantedAction> & Pick<WantedAction, "function">): Promise<string>;
  row(actionId: string): Promise<ActionRow>;
  until(actionId: string, state: string): Promise<ActionRow>;
  /** Waits for a state while blocks are mined and indexed. */
  untilMined(actionIds: readonly string[], state: string): Promise<void>;
  /** Hashes of what was signed for an action, first to last. */
  signed(actionId: string): Promise<{ hash: Hex; nonce: bigint; maxFeeWei: bigint }[]>;
  /** Brings index and heads in step with the chain. */
  index(): Promise<void>;
  /** Events of the marketplace of one name, with their arguments. */
  events(name: string): Promise<unknown[]>;
  /** A listing of the seller, which is active. */
  list(): Promise<bigint>;
  close(): Promise<void>;
};

/** With four slots to an epoch the chain calls blocks final that are two epochs old. */
const BLOCKS_UNTIL_FINAL = 9;

const PATIENCE = { deadlineMs: 60_000, everyMs: 50 };

export async function createAgentStage(serverUrl: string): Promise<AgentStage> {
  const [chain, jobs] = await Promise.all([startTestChain(), createJobStage(serverUrl)]);
  const arena = await openArena(chain);
  await arena.stake();
  const { address } = arena.market.marketplace;
  const account = chain.walletClient(AGENT).account;
  const signer: AgentSigner = {
    address: account.address.toLowerCase() as Address,
    signTransaction: (transaction) => account.signTransaction(transaction),
  };
  const { admin, pool } = jobs;
  await insertRows(admin, "release_a", "contract", [{ address, agent: signer.address }]);
  let listings = 0n;
  let requests = 0;
  /** Logs that the index has, as text. */
  let indexed = "";

  const stage: AgentStage = {
    chain,
    arena,
    jobs,
    signer,
    work: ({ wallet, leaseMs } = {}) =>
      jobs.work({
        ...(leaseMs === undefined ? {} : { leaseMs }),
        deps: {
          agent: {
            signer,
            chain: openAgentChain([chain.url], { chainId: CHAIN_ID, timeoutMs: 5_000 }),
            maxFeeWei: 20_000_000_000n,
            stuckMs: 60_000,
            pollMs: 100,
            ...wallet,
          },
        },
      }),
    async request(call) {
      requests += 1;
      const wanted = { cause: `test ${requests}`, chainId: CHAIN_ID, contract: address, ...call };
      // Callers give what their function needs.
      return requestAction(pool, wanted as WantedAction);
    },
    async row(actionId) {
      const { rows } = await pool.query<ActionRow>(
        "SELECT state, detail, nonce, tries FROM app.agent_action WHERE action_id = $1",
        [actionId],
      );
      return rows[0] as ActionRow;
    },
    until: (actionId, state) =>
      waitUntil(
        async () => {
          const row = await stage.row(actionId);
          return row.state === state && row;
        },
        { what: `the action is ${state}`, ...PATIENCE },
      ),
    async untilMined(actionIds, state) {
      const are = async (wanted: string) => {
        const rows = await Promise.all(actionIds.map((actionId) => stage.row(actionId)));
        return rows.every((row) => row.state === wanted || row.state === state);
      };
      await waitUntil(
        async () => {
          await chain.mine();
          await stage.index();
          return are("seen");
        },
        { what: `${actionIds.length} actions are seen`, ...PATIENCE },
      );
      await chain.mineMany(BLOCKS_UNTIL_FINAL);
      await stage.index();
      await waitUntil(() => are(state), { what: `they are ${state}`, ...PATIENCE });
    },
    async signed(actionId) {
      const { rows } = await pool.query<{ hash: Hex; nonce: bigint; maxFeeWei: bigint }>(
        `SELECT tx_hash AS hash, nonce, max_fee_wei AS "maxFeeWei" FROM app.agent_transaction
         WHERE action_id = $1 ORDER BY signed_at, attempt`,
        [actionId],
      );
      return rows;
    },
    async index() {
      const heads = await chain.batch<{ number: Hex; timestamp: Hex }>(
        ["latest", "safe", "finalized"].map((tag) => ({
          method: "eth_getBlockByNumber",
          params: [tag, false],
        })),
      );
      const [head = 0n, safe = 0n, final = 0n] = heads.map(({ number }) => BigInt(number));
      const logs = await chain.logsOf([address]);
      const content = JSON.stringify(logs);
      await admin.query("BEGIN");
      if (content !== indexed) await admin.query("DELETE FROM release_a.activity");
      await insertRows(
        admin,
        "release_a",
        "activity",
        (content === indexed ? [] : logs).map((log) => ({
          block_number: BigInt(log.blockNumber),
          log_index: Number(BigInt(log.logIndex)),
          block_hash: log.blockHash,
          tx_hash: log.transactionHash,
          contract: address,
          event: nameOf(log),
          kind: nameOf(log),
        })),
      );
      await setIndexedBlock(admin, "release_a", {
        block: head,
        timestamp: BigInt(heads[0]?.timestamp ?? "0x0"),
      });
      await setHeads(admin, { head: Number(head), safe: Number(safe), final: Number(final) });
      await admin.query("COMMIT");
      indexed = content;
    },
    async events(name) {
      const logs = await chain.logsOf([address]);
      return logs.flatMap((log) => {
        const event = decodeEventLog({ abi: MarketplaceAbi, ...topicsOf(log) });
        return event.eventName === name ? [event.args] : [];
      });
    },
    async list() {
      await arena.list();
      listings += 1n;
      return listings - 1n;
    },
    async close() {
      await jobs.close();
      await chain.stop();
    },
  };
  return stage;
}

type RawLog = { topics: Hex[]; data: Hex };

const topicsOf = ({ topics, data }: RawLog) => ({ topics: topics as [Hex, ...Hex[]], data });

const nameOf = (log: RawLog) =>
  decodeEventLog({ abi: MarketplaceAbi, ...topicsOf(log) }).eventName ?? "";
