import { shareOf, splitEscrow } from "../../src/protocol/amounts.ts";
import { BPS_DENOMINATOR } from "../../src/protocol/constants.ts";
import { DISPUTE_RESOLUTIONS, DISPUTE_TYPES } from "../../src/protocol/states.ts";
import { type Act, holding, missing, only, running } from "./act.ts";
import type { Account, EscrowFacts } from "./facts.ts";
import type { ActInput } from "./parameters.ts";
import { type ReasonCode, unless } from "./reasons.ts";

const isParty = ({ buyer, seller }: EscrowFacts, account: Account | undefined) =>
  account === undefined || account === buyer || account === seller;

/** Whether a resolution divides the amount; both words run the same code. */
const isSplit = ({ resolution }: ActInput) =>
  resolution === "partial_refund" || resolution === "split";

/** A refund may not eat into the platform fee: the subtraction would underflow (domain A.8). */
function refusedRefund(facts: EscrowFacts, input: ActInput): ReasonCode[] {
  const { refundBps } = input;
  if (refundBps === undefined) return [];
  const refund = shareOf(facts.amountUnits, refundBps);
  const { sellerPayout } = splitEscrow(facts.amountUnits);
  const isCovered = !isSplit(input) || refund <= sellerPayout;
  return unless(refundBps <= BPS_DENOMINATOR && isCovered, "REFUND_TOO_LARGE");
}

/** What the parties and the owner do about a dispute. */
export const DISPUTE_ACTS: readonly Act<EscrowFacts>[] = [
  {
    fn: "raiseDispute",
    title: "Raise a dispute",
    actors: ["buyer", "seller"],
    refusals: (facts, account, { text }) => [
      ...running(facts.contract),
      ...unless(isParty(facts, account), "NOT_PARTY"),
      ...unless(facts.state === "delivered" || facts.state === "transition", "WRONG_STATE"),
      ...unless(text !== "", "TEXT_EMPTY"),
    ],
    needs: missing("disputeType", "text"),
    args: ({ escrowId }, { disputeType, text }) => [
      escrowId,
      disputeType === undefined ? undefined : DISPUTE_TYPES.indexOf(disputeType),
      text,
    ],
  },
  {
    fn: "respondToDispute",
    title: "Respond to a dispute; the last response stands",
    actors: ["counterparty"],
    clocks: { kinds: ["dispute_response"], isBinding: true },
    refusals: (facts, account, { text }) => {
      const { dispute } = facts;
      const isInitiator = account !== undefined && account === dispute?.initiator;
      const isDisputed = facts.state === "disputed";
      return [
        ...running(facts.contract),
        ...unless(isParty(facts, account), "NOT_PARTY"),
        ...unless(!isInitiator, "INITIATOR_CANNOT_RESPOND"),
        ...unless(isDisputed, "WRONG_STATE"),
        ...unless(!isDisputed || dispute?.responseDeadline != null, "NO_RESPONSE_POSSIBLE"),
        ...unless(text !== "", "TEXT_EMPTY"),
      ];
    },
    needs: missing("text"),
    args: ({ escrowId }, { text }) => [escrowId, text],
  },
  {
    fn: "resolveDispute",
    title: "Resolve a dispute",
    actors: ["owner"],
    refusals: (facts, account, input) => [
      ...only(account, facts.contract.owner, "NOT_OWNER"),
      ...unless(facts.state === "disputed", "WRONG_STATE"),
      ...refusedRefund(facts, input),
      ...holding(facts.contract, facts.amountUnits),
    ],
    needs: (input) => (isSplit(input) ? missing("refundBps")(input) : missing("resolution")(input)),
    args: ({ escrowId }, { resolution, refundBps }) => [
      escrowId,
      resolution === undefined ? undefined : DISPUTE_RESOLUTIONS.indexOf(resolution),
      refundBps ?? 0n,
    ],
  },
];
