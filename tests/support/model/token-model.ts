import type { Hex } from "viem";
import { require } from "./refusal.ts";

/** What the contracts hold of one token. People are given more than they can ever spend. */
export class TokenModel {
  readonly address: Hex;
  readonly feeBps: bigint;
  readonly #held = new Map<Hex, bigint>();

  constructor(address: Hex, feeBps: bigint) {
    this.address = address;
    this.feeBps = feeBps;
  }

  held(contract: Hex): bigint {
    return this.#held.get(contract) ?? 0n;
  }

  /** What arrives of a transfer of `units`. */
  net(units: bigint): bigint {
    return units - (units * this.feeBps) / 10_000n;
  }

  /** The contract must hold everything it is about to pay. */
  requireHeld(contract: Hex, units: bigint): void {
    require(this.held(contract) >= units, "contract lacks the tokens");
  }

  receive(contract: Hex, units: bigint): bigint {
    const arrived = this.net(units);
    this.#held.set(contract, this.held(contract) + arrived);
    return arrived;
  }

  pay(contract: Hex, units: bigint): void {
    this.requireHeld(contract, units);
    this.#held.set(contract, this.held(contract) - units);
  }
}
