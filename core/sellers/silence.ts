import {
  HEARTBEAT_PAUSE_SECONDS,
  HEARTBEAT_WARNING_SECONDS,
} from "../../src/protocol/constants.ts";
import { lastHeard } from "./sign-of-life.ts";

/** Silence after which a seller is shown as unresponsive: a week after the reminder (domain B.9). */
const UNRESPONSIVE_SECONDS = HEARTBEAT_WARNING_SECONDS + 7n * 86_400n;

/** How far a seller's silence has come, from none to the one after which the agent may pause. */
export const SILENCE_STEPS = ["none", "reminded", "unresponsive", "pausable"] as const;
export type SilenceStep = (typeof SILENCE_STEPS)[number];

/** A seller as far as silence matters; times in unix seconds. */
export type SilentSeller = {
  /** On chain; 0 for never. */
  lastHeartbeatAt: bigint;
  /** By the link of a mail; null for never. */
  heardByLinkAt: bigint | null;
  isActive: boolean;
  isPaused: boolean;
};

/**
 * How long a seller has been silent at a moment of chain time (domain A.3, B.9): strictly more than 30,
 * 37 and 44 days since the last sign of life, on chain or by a mail's link. Whom the contract does not
 * count as active, or has paused, owes no heartbeat.
 *
 * @param now unix seconds of chain time
 */
export function silenceOf(seller: SilentSeller, now: bigint): SilenceStep {
  const { isActive, isPaused } = seller;
  const silence = now - lastHeard(seller);
  if (!isActive || isPaused || silence <= HEARTBEAT_WARNING_SECONDS) return "none";
  if (silence <= UNRESPONSIVE_SECONDS) return "reminded";
  return silence <= HEARTBEAT_PAUSE_SECONDS ? "unresponsive" : "pausable";
}
