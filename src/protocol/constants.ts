/** Constants that are compiled into every deployed generation (domain A.3). Durations in seconds. */

const HOUR = 3_600n;
const DAY = 24n * HOUR;

/** One basis point is a ten-thousandth. */
export const BPS_DENOMINATOR = 10_000n;

/** Share of an escrow's amount that the platform keeps. */
export const PLATFORM_FEE_BPS = 250n;
/** Share of the seller's payout (not of the price) held back after confirmation. */
export const RETAINER_BPS = 1_000n;
/** Share of an offer's price that is deposited as earnest money. */
export const EARNEST_DEPOSIT_BPS = 500n;

/** From deposit or acceptance to the last second for delivery. */
export const HANDOVER_SECONDS = 72n * HOUR;
/** From delivery to the last second for confirmation. */
export const VERIFICATION_SECONDS = 72n * HOUR;
/** Time within which the other party may respond to a dispute. */
export const DISPUTE_RESPONSE_SECONDS = 48n * HOUR;
/** From activation of emergency mode until withdrawals open; also the marketplace's cool-down. */
export const EMERGENCY_COOLDOWN_SECONDS = 72n * HOUR;
/** Life of an offer where the generation knows expiry (E2d, E3). */
export const OFFER_EXPIRY_SECONDS = 24n * HOUR;

/** Silence after which a seller is warned; strictly more than this. */
export const HEARTBEAT_WARNING_SECONDS = 30n * DAY;
/** Silence after which the agent may pause a seller; strictly more than this. */
export const HEARTBEAT_PAUSE_SECONDS = 44n * DAY;

/** Stake below which a seller's stake stops counting, base units of an 18-decimal token. */
export const MINIMUM_STAKE_UNITS = 750_000n * 10n ** 18n;

/** From deposit to the last second at which an agent payment can be released (domain C.2). */
export const AGENT_PAYMENT_SECONDS = 7n * DAY;

export const ZERO_ADDRESS = "0x0000000000000000000000000000000000000000";
