import { type Abi, BaseError, decodeErrorResult, ExecutionRevertedError, isHex } from "viem";

/** Contracts choose these words; no more of them is handed on. */
const MAX_MESSAGE_LENGTH = 300;

/** Why a contract refused a call. */
export type Revert = {
  /** `Error`, `Panic`, or the name of a custom error; the selector where no ABI knows it. */
  name: string;
  /** The contract's words or the arguments of the error; untrusted text. */
  message: string;
};

/** The refusal behind a failed `eth_call`; undefined when the node itself failed. */
export function readRevert(error: unknown, abi: Abi): Revert | undefined {
  if (!(error instanceof BaseError)) return undefined;
  const data = findData(error);
  if (data !== undefined) return decode(data, abi);
  const reverted = error.walk((cause) => cause instanceof ExecutionRevertedError);
  if (!(reverted instanceof ExecutionRevertedError)) return undefined;
  return { name: "revert", message: shorten(reverted.details || "no reason given") };
}

/** What the contract returned with the refusal, wherever the node put it. */
function findData(error: BaseError): `0x${string}` | undefined {
  let found: `0x${string}` | undefined;
  error.walk((cause) => {
    if (typeof cause !== "object" || cause === null || !("data" in cause)) return false;
    const { data } = cause;
    const inner = typeof data === "object" && data !== null && "data" in data ? data.data : data;
    if (!isHex(inner) || inner === "0x") return false;
    found = inner;
    return true;
  });
  return found;
}

function decode(data: `0x${string}`, abi: Abi): Revert {
  try {
    const { errorName, args = [] } = decodeErrorResult({ abi, data });
    return { name: errorName, message: shorten(args.map(String).join(", ")) };
  } catch {
    return { name: data.slice(0, 10), message: "an error that no ABI of ours knows" };
  }
}

function shorten(text: string): string {
  return text.slice(0, MAX_MESSAGE_LENGTH);
}
