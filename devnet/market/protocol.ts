import * as seconds from "../../src/protocol/constants.ts";

/** Rules of the contracts that people reckon with (domain A.3), with times as plain numbers. */
export const UNIT = 10n ** 18n;
export const SLASH_PENALTY = 250_000n * UNIT;
export const GENESIS_SELLER_LIMIT = 50;
export const HANDOVER_WINDOW = Number(seconds.HANDOVER_SECONDS);
export const VERIFICATION_WINDOW = Number(seconds.VERIFICATION_SECONDS);
export const RESPONSE_WINDOW = Number(seconds.DISPUTE_RESPONSE_SECONDS);
export const OFFER_WINDOW = Number(seconds.OFFER_EXPIRY_SECONDS);
export const EMERGENCY_COOLDOWN = Number(seconds.EMERGENCY_COOLDOWN_SECONDS);
export const SILENCE_UNTIL_PAUSE = Number(seconds.HEARTBEAT_PAUSE_SECONDS);
export const PAYMENT_WINDOW = Number(seconds.AGENT_PAYMENT_SECONDS);
export const EXTENSION = 24 * 3_600;
/** Retainer period of the generations before E3. */
export const FIXED_TRANSITION = 7 * 24 * 3_600;
