import type { Hex } from "viem";
import { type Gate, require } from "./refusal.ts";

export const ZERO_ADDRESS: Hex = "0x0000000000000000000000000000000000000000";

/** Seconds in an hour and a day, as Solidity's `hours` and `days`. */
export const HOUR = 3_600n;
export const DAY = 24n * HOUR;

/** Ownership, pause switch and upgrades, which both contracts share. */
export abstract class ProxiedModel<Generation extends string> {
  readonly address: Hex;
  protected readonly gate: Gate;
  generation: Generation;
  owner: Hex;
  isPaused = false;

  constructor(address: Hex, generation: Generation, owner: Hex, gate: Gate) {
    this.address = address;
    this.generation = generation;
    this.owner = owner;
    this.gate = gate;
  }

  pause(from: Hex): void {
    this.requireOwner(from);
    this.requireRunning();
    this.gate.commit();
    this.isPaused = true;
  }

  unpause(from: Hex): void {
    this.requireOwner(from);
    this.requirePaused();
    this.gate.commit();
    this.isPaused = false;
  }

  transferOwnership(from: Hex, to: Hex): void {
    this.requireOwner(from);
    require(to !== ZERO_ADDRESS, "new owner is zero");
    this.gate.commit();
    this.owner = to;
  }

  renounceOwnership(from: Hex): void {
    this.requireOwner(from);
    this.gate.commit();
    this.owner = ZERO_ADDRESS;
  }

  upgrade(from: Hex, generation: Generation): void {
    this.requireOwner(from);
    this.gate.commit();
    this.generation = generation;
  }

  protected requireOwner(from: Hex): void {
    require(from === this.owner, "not the owner");
  }

  protected requireRunning(): void {
    require(!this.isPaused, "paused");
  }

  protected requirePaused(): void {
    require(this.isPaused, "not paused");
  }
}
