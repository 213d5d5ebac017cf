import { type Abi, type AbiEvent, encodeAbiParameters, type Hex, toEventSelector } from "viem";
import type { ForgedLog } from "./forger.ts";

/** A log of an event with text given as bytes, so that it need not be UTF-8. */
export function rawLog(abi: Abi, name: string, args: Readonly<Record<string, unknown>>): ForgedLog {
  const event = abi.find(
    (entry): entry is AbiEvent => entry.type === "event" && entry.name === name,
  );
  if (!event) throw new Error(`no event ${name}`);
  const argumentOf = (input: AbiEvent["inputs"][number]) => {
    const value = args[input.name ?? ""];
    if (value === undefined) throw new Error(`${name} needs ${input.name}`);
    return value;
  };
  const indexed = event.inputs.filter((input) => input.indexed);
  const rest = event.inputs.filter((input) => !input.indexed);
  return {
    topics: [
      toEventSelector(event),
      ...indexed.map(
        (input): Hex => encodeAbiParameters([{ type: input.type }], [argumentOf(input)]),
      ),
    ],
    data: encodeAbiParameters(
      rest.map(({ type }) => ({ type: type === "string" ? "bytes" : type })),
      rest.map(argumentOf),
    ),
  };
}
