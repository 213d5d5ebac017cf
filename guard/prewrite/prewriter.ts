import type { Logger } from "../../core/log.ts";
import { describeRpcError } from "../../core/rpc/describe-error.ts";
import type { ProvedBlock, ProvedPiece } from "../gateway/proved-block.ts";
import { syncRowsOf } from "./sync-rows.ts";
import type { SyncScope } from "./sync-scope.ts";
import type { SyncStore } from "./sync-store.ts";

export type PrewriterDeps = {
  store: SyncStore;
  scope: SyncScope;
  /** Proved blocks of an inclusive range, in pieces without a gap, lowest first. */
  pieces(from: number, to: number): AsyncIterable<ProvedPiece>;
  /** One block that no piece had, with its header proved. */
  blockAt(number: number): Promise<ProvedBlock | undefined>;
  /** Last block that may be written: final, and below those that Ponder follows live. */
  lastBlock(): Promise<number | undefined>;
  log: Logger;
};

/** How far the history is written ahead. */
export type PrewriteProgress = {
  isDone: boolean;
  /** Last block that is written, and the last that is to be. */
  block: number | undefined;
  target: number | undefined;
  reason: string | undefined;
};

/**
 * Writes proved history into Ponder's cache before Ponder asks for it: the same rows that it would
 * have stored, a hundred blocks' worth in one statement instead of one request and four statements a
 * block. What fails here costs time only: Ponder asks the gateway for whatever is not noted as there.
 */
export class Prewriter {
  readonly #deps: PrewriterDeps;
  readonly #progress: PrewriteProgress = {
    ...{ isDone: false, block: undefined, target: undefined, reason: undefined },
  };
  #isStopped = false;
  readonly done: Promise<void>;

  constructor(deps: PrewriterDeps) {
    this.#deps = deps;
    this.done = this.#run();
  }

  get progress(): Readonly<PrewriteProgress> {
    return this.#progress;
  }

  /** Ends after the piece that is being written. @param reason why, for whoever asks later */
  async stop(reason: string): Promise<void> {
    if (!this.#progress.isDone) this.#progress.reason = reason;
    this.#isStopped = true;
    await this.done;
  }

  async #run(): Promise<void> {
    const { store, scope, pieces, lastBlock, log } = this.#deps;
    const startedAt = performance.now();
    try {
      const target = await lastBlock();
      const first = await store.firstMissing();
      this.#progress.target = target;
      this.#progress.block = first - 1;
      if (target === undefined || target < first) return;
      log.info({ first, target }, "writes proved history into the indexer's cache");
      for await (const piece of pieces(first, target)) {
        if (this.#isStopped) return;
        const blocks = await this.#withWanted(piece);
        await store.write({ ...piece, tables: syncRowsOf(scope, blocks) });
        this.#progress.block = piece.to;
      }
      const seconds = (performance.now() - startedAt) / 1_000;
      log.info({ first, target, seconds }, "wrote proved history into the indexer's cache");
    } catch (error) {
      this.#progress.reason = describeRpcError(error);
      log.warn({ err: error }, "gave up writing history ahead; the indexer asks for it instead");
    } finally {
      this.#progress.isDone = true;
    }
  }

  /** Adds the blocks that the indexer wants whatever is in them. */
  async #withWanted({ from, to, blocks }: ProvedPiece): Promise<readonly ProvedBlock[]> {
    const { scope, blockAt } = this.#deps;
    const known = new Set(blocks.map((block) => block.number));
    const added: ProvedBlock[] = [];
    for (let number = from; number <= to; number += 1) {
      if (known.has(number) || !scope.wantsBlock(number)) continue;
      const block = await blockAt(number);
      if (block === undefined) throw new Error(`block ${number} is not known`);
      added.push(block);
    }
    return added.length === 0 ? blocks : [...blocks, ...added];
  }
}
