import { ImpossibleStateError } from "./errors.ts";

/**
 * The word for a `uint8` enum of a contract.
 * @throws ImpossibleStateError when the ordinal is outside the enum, which Solidity rules out.
 */
export function wordAt<const Words extends readonly string[]>(
  words: Words,
  ordinal: number,
  name: string,
): Words[number] {
  const word = words[ordinal];
  if (word === undefined) throw new ImpossibleStateError(`${name} has no value ${ordinal}`);
  return word;
}
