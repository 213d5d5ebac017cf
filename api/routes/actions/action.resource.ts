import { z } from "@hono/zod-openapi";
import type { JudgedAct } from "../../../core/acts/act.ts";
import { PARAMETERS } from "../../../core/acts/parameters.ts";
import { type PreparedCall, signatureOf } from "../../../core/acts/prepare-call.ts";
import { REASONS, type ReasonCode } from "../../../core/acts/reasons.ts";
import type { SettledAct } from "../../../core/acts/settle.ts";
import type { TokenName } from "../../../core/queries/act-facts.ts";
import type { Simulation } from "../../../core/rpc/simulate-calls.ts";
import { Deadline, toDeadline } from "../../http/deadline.resource.ts";
import { Address, Money, toAddress, toMoney } from "../../http/values.ts";

const CODES = Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]];

const Call = z
  .object({
    to: Address,
    data: z.string().openapi({ description: "Encoded call, to be signed by the account." }),
    value: z.string().openapi({ description: "Native currency to send: always 0." }),
    chainId: z.int(),
    meaning: z.object({
      function: z.string(),
      args: z.record(z.string(), z.union([z.string(), z.boolean()])),
    }),
    expiresAtBlock: z.int().openapi({
      description: "Ask again after this block: the state that the call was made for is too old.",
    }),
    approval: z
      .object({
        token: Address,
        spender: Address,
        amount: Money,
        data: z.string().openapi({ description: "Encoded call of the token, to be sent before." }),
      })
      .nullable()
      .openapi({ description: "What the account must have approved before; null for nothing." }),
  })
  .openapi("PreparedCall", { description: "An unsigned call. This side never holds a key." });

const SimulationResult = z
  .object({
    result: z.enum(["passes", "reverts", "unavailable"]),
    revert: z.object({ name: z.string(), message: z.string() }).nullable().openapi({
      description: "Error of the contract; its words are untrusted text.",
    }),
    why: z.string().nullable().openapi({ description: "Why the chain could not be asked." }),
  })
  .openapi("Simulation", { description: "What the node says to the call at its latest block." });

export const Action = z
  .object({
    name: z.string().openapi({ example: "confirm_receipt" }),
    title: z.string(),
    function: z.string().openapi({ example: "confirmReceipt(uint256)" }),
    contract: Address,
    actors: z.array(z.string()).openapi({ description: "Who may call it." }),
    deadline: Deadline.nullable().openapi({ description: "The moment that matters to it now." }),
    isAllowed: z.boolean().openapi({
      description: "Nothing stands against it; without `account`, for whoever may call it.",
    }),
    reasons: z
      .array(z.object({ number: z.int(), code: z.enum(CODES), message: z.string() }))
      .openapi({ description: "Everything that stands against it." }),
    needs: z
      .array(
        z.object({
          name: z.string(),
          type: z.string(),
          description: z.string(),
          words: z.array(z.string()).nullable(),
        }),
      )
      .openapi({ description: "Query parameters that are still missing for the call." }),
    simulation: SimulationResult.nullable().openapi({
      description: "Null without `account`, while something is needed, or where no node is asked.",
    }),
    call: Call.nullable().openapi({
      description:
        "Null without `account`, while something is needed, or when anything but allowance and balance stands against it.",
    }),
  })
  .openapi("Action");

/** Everything that is known of an act; the call is null where it cannot be prepared. */
export type ActionParts = {
  judged: JudgedAct;
  settled: SettledAct;
  prepared: PreparedCall | null;
  simulation: Simulation | null;
  token: TokenName;
  chainId: number;
};

export function toAction(parts: ActionParts): z.output<typeof Action> {
  const { judged, settled, simulation } = parts;
  const { fn, contract, deadline } = judged;
  return {
    name: fn.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    title: judged.title,
    function: signatureOf(fn, contract.generation),
    contract: toAddress(contract.address),
    actors: [...judged.actors],
    deadline: deadline && toDeadline(deadline),
    isAllowed: settled.isAllowed,
    reasons: settled.reasons.map((code, at) => ({
      number: at + 1,
      code,
      message: REASONS[code],
    })),
    needs: judged.needs.map((name) => {
      const { type, description, words = null } = PARAMETERS[name];
      return { name, type, description, words: words && [...words] };
    }),
    simulation: simulation && {
      result: simulation.result,
      revert: simulation.result === "reverts" ? simulation.revert : null,
      why: simulation.result === "unavailable" ? simulation.why : null,
    },
    call: toCall(parts),
  };
}

function toCall({ prepared, settled, token, chainId }: ActionParts): z.output<typeof Call> | null {
  if (prepared === null || !settled.isCallSound) return null;
  const { approval } = prepared;
  return {
    to: toAddress(prepared.to),
    data: prepared.data,
    value: "0",
    chainId,
    meaning: { function: prepared.signature, args: prepared.args },
    expiresAtBlock: Number(prepared.expiresAtBlock),
    approval: approval && {
      token: toAddress(approval.token),
      spender: toAddress(approval.spender),
      amount: toMoney(approval.units, { ...token, token: approval.token }),
      data: approval.data,
    },
  };
}
