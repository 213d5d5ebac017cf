/** One call of a JSON-RPC node. */
export type RpcCall = { method: string; params: readonly unknown[] };

/** The error member of a JSON-RPC answer. */
export type RpcErrorBody = { code: number; message: string; data?: unknown };

/** An answer of a node to one call; `id` is the position in the batch. */
export type RpcReply = { id?: unknown; result?: unknown; error?: RpcErrorBody };

/** Codes of JSON-RPC 2.0 and of EIP-1474 that the gateway gives or understands. */
export const RPC_CODES = {
  parse: -32_700,
  invalidRequest: -32_600,
  methodNotFound: -32_601,
  invalidParams: -32_602,
  internal: -32_603,
  unavailable: -32_002,
  limitExceeded: -32_005,
} as const;

/** The node understood the call and answered it with an error. */
export class RpcFailure extends Error {
  override name = "RpcFailure";
  readonly code: number;
  readonly data: unknown;
  constructor({ code, message, data }: RpcErrorBody) {
    super(message);
    this.code = code;
    this.data = data;
  }

  /** The error as it is sent on. */
  body(): RpcErrorBody {
    const { code, message, data } = this;
    return data === undefined ? { code, message } : { code, message, data };
  }

  /** Whether a contract refused the call: the same everywhere, so not the provider's fault. */
  isRevert(): boolean {
    return this.code === 3 || /revert/i.test(this.message);
  }
}

/** The provider gave no usable answer: no connection, no JSON, an HTTP error, or too late. */
export class ProviderFailure extends Error {
  override name = "ProviderFailure";
  /** Milliseconds that the provider asks to wait, if it says so. */
  readonly retryAfterMs: number | undefined;
  /** Whether the request as a whole was too much, so that smaller ones may pass. */
  readonly isTooLarge: boolean;
  /** Whether no answer came in time, so that less should be asked for at once. */
  readonly isLate: boolean;
  constructor(
    message: string,
    {
      retryAfterMs,
      isTooLarge = false,
      isLate = false,
    }: { retryAfterMs?: number; isTooLarge?: boolean; isLate?: boolean } = {},
  ) {
    super(message);
    this.isLate = isLate;
    this.retryAfterMs = retryAfterMs;
    this.isTooLarge = isTooLarge;
  }
}

/** An answer that contradicts itself or what is proved; the reason names the block. */
export class Unproved extends Error {
  override name = "Unproved";
}

/** A number as nodes write it. */
export function quantity(value: number): `0x${string}` {
  return `0x${value.toString(16)}`;
}
