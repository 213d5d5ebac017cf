import {
  HEARTBEAT_PAUSE_SECONDS,
  HEARTBEAT_WARNING_SECONDS,
} from "../../src/protocol/constants.ts";

/** Silence after which a seller is shown as unresponsive: a week after the reminder (domain B.9). */
const UNRESPONSIVE_SECONDS = HEARTBEAT_WARNING_SECONDS + 7n * 86_400n;

/** How far a seller's silence has come, from none to the one after which the agent may pause. */
export const SILENCE_STEPS = ["none", "reminded", "unresponsive", "pausable"] as const;
export type SilenceStep = (typeof SILENCE_STEPS)[number];

/** A seller as far as silence matters; times in unix seconds. */
export type SilentSeller = { lastHeartbeatAt: bigint; isActive: boolean; isPaused: boolean };

/**
 * How long a seller has been silent at a moment of chain time (domain A.3, B.9): strictly more than 30,
 * 37 and 44 days. Whom the contract does not count as active, or has paused, owes no heartbeat.
 *
 * @param now unix seconds of chain time
 */
export function silenceOf(
  { lastHeartbeatAt, isActive, isPaused }: SilentSeller,
  now: bigint,
): SilenceStep {
  const silence = now - lastHeartbeatAt;
  if (!isActive || isPaused || silence <= HEARTBEAT_WARNING_SECONDS) return "none";
  if (silence <= UNRESPONSIVE_SECONDS) return "reminded";
  return silence <= HEARTBEAT_PAUSE_SECONDS ? "unresponsive" : "pausable";
}
