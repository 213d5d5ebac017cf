import type { Logger } from "../../core/log.ts";
import { createAlarm, runLoop } from "../loop.ts";
import type { AuditedBlock, GatewayStore } from "./gateway-store.ts";
import type { ProvedRange } from "./history.ts";
import type { ProofDepth, ProvedBlock } from "./proved-block.ts";
import { addStretch, cutFrom, type Stretch } from "./stretches.ts";

/** Longest that a proof waits to be written, milliseconds, and rows of one statement. */
const WRITE_EVERY_MS = 500;
const MAX_ROWS = 5_000;

/** Proofs that may wait while the database is away. Beyond it they are not recorded, hence not claimed. */
const MAX_WAITING = 100_000;

/**
 * Writes proofs behind the answers: `app.audit_block` for each block and `app.proved_range` for what
 * lies between. Proofs that a crash loses are made again when somebody asks.
 */
export class ProofRecorder {
  readonly #store: GatewayStore;
  readonly #ranges: Map<ProofDepth, Stretch[]>;
  readonly #alarm = createAlarm();
  readonly #ending = new AbortController();
  readonly #loop: Promise<void>;
  #pending: AuditedBlock[] = [];
  #forgetFrom: number | undefined;
  #changed = new Set<ProofDepth>();

  constructor(store: GatewayStore, ranges: Map<ProofDepth, Stretch[]>, log: Logger) {
    this.#store = store;
    this.#ranges = ranges;
    this.#loop = runLoop({
      step: () => this.#write(),
      alarm: this.#alarm,
      intervalMs: WRITE_EVERY_MS,
      signal: this.#ending.signal,
      onError: (error) => log.warn({ err: error }, "proofs not recorded yet"),
    });
  }

  /** Blocks that wait to be written. */
  get backlog(): number {
    return this.#pending.length;
  }

  addLive(blocks: readonly ProvedBlock[]): void {
    const [first, last] = [blocks[0], blocks.at(-1)];
    if (first === undefined || last === undefined) return;
    this.#add(blocks, "live", { from: first.number, to: last.number });
  }

  addRange({ blocks, depth, from, to }: ProvedRange): void {
    this.#add(blocks, depth, { from, to });
  }

  /** Forgets what was recorded of blocks from a height on. */
  dropFrom(number: number): void {
    this.#pending = this.#pending.filter((block) => block.number < number);
    this.#forgetFrom = Math.min(number, this.#forgetFrom ?? number);
    for (const [depth, stretches] of this.#ranges) {
      this.#ranges.set(depth, cutFrom(stretches, number));
      this.#changed.add(depth);
    }
  }

  /** Writes what waits, then ends. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#loop;
    await this.#write().catch(() => undefined);
  }

  #add(blocks: readonly ProvedBlock[], proof: ProofDepth, stretch: Stretch): void {
    if (this.#pending.length + blocks.length > MAX_WAITING) return;
    for (const { number, hash, parentHash, ours, providers } of blocks) {
      this.#pending.push({ number, hash, parentHash, proof, logs: ours?.length ?? 0, providers });
    }
    this.#ranges.set(proof, addStretch(this.#ranges.get(proof) ?? [], stretch));
    this.#changed.add(proof);
  }

  async #write(): Promise<void> {
    if (this.#forgetFrom !== undefined) {
      const number = this.#forgetFrom;
      await this.#store.forgetFrom(number);
      // A deeper reorganisation may have come meanwhile.
      if (this.#forgetFrom === number) this.#forgetFrom = undefined;
    }
    while (this.#pending.length > 0) {
      const rows = this.#pending.slice(0, MAX_ROWS);
      // Of a height that was written twice only the last counts; a statement takes each height once.
      await this.#store.saveAudited([...new Map(rows.map((row) => [row.number, row])).values()]);
      const written = new Set(rows);
      this.#pending = this.#pending.filter((row) => !written.has(row));
    }
    for (const proof of this.#changed) {
      await this.#store.saveRanges(proof, this.#ranges.get(proof) ?? []);
      this.#changed.delete(proof);
    }
  }
}
