import { z } from "@hono/zod-openapi";
import { DEADLINE_KINDS, DEADLINE_ROLES } from "../../core/queries/deadlines/branches.ts";
import { Meta } from "../http/meta.ts";
import { Account } from "../routes/accounts/account.resource.ts";
import { Activity } from "../routes/activity/activity.resource.ts";
import { Change } from "../routes/changes/change.resource.ts";
import { DueDeadline } from "../routes/deadlines/due.resource.ts";
import {
  AddressInput,
  defineTool,
  IdInput,
  listInput,
  listOf,
  pageOfRows,
  pathOf,
  type ReadTool,
  single,
  TimeInput,
  toList,
} from "./read-tool.ts";

const ChangeRows = z.object({
  data: z.array(Change),
  page: z.object({ nextAfter: z.int(), hasMore: z.boolean() }),
  meta: Meta,
});

/** Questions about who did what, and what falls due. */
export const ACCOUNT_TOOLS: readonly ReadTool[] = [
  defineTool({
    name: "get_account",
    title: "Read the portfolio of an account",
    description:
      "What an account sells, buys, bids, stakes, disputes and pays over all contracts, as counts with the newest few, and how its sales ended. An address that nobody has seen has an empty portfolio.",
    example: { address: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8" },
    input: z.strictObject({ address: AddressInput }),
    output: single(Account),
    answer: ({ address }, ask) => ask(single(Account), pathOf("accounts", address)),
  }),
  defineTool({
    name: "list_activity",
    title: "List what happened",
    description:
      "Events of the contracts, newest first, by listing, escrow, account, kind and time.",
    example: { listing: "0", limit: 5 },
    input: z.strictObject({
      listing: IdInput.optional(),
      escrow: IdInput.optional(),
      account: AddressInput.optional(),
      kind: z.string().optional().meta({ description: "For example listing_created." }),
      since: TimeInput.optional(),
      until: TimeInput.optional(),
      ...listInput,
    }),
    output: listOf(Activity),
    answer: async (input, ask) => toList(await ask(pageOfRows(Activity), "/v1/activity", input)),
  }),
  defineTool({
    name: "list_deadlines",
    title: "List what falls due",
    description:
      "Moments at which something becomes due or possible, in the order of chain time, with who may act and what follows when nobody does.",
    example: { limit: 10 },
    input: z.strictObject({
      account: AddressInput.optional(),
      role: z.enum(DEADLINE_ROLES).optional().meta({ description: "Who may act." }),
      kind: z.enum(DEADLINE_KINDS).optional(),
      after: TimeInput.optional(),
      before: TimeInput.optional(),
      ...listInput,
    }),
    output: listOf(DueDeadline),
    answer: async (input, ask) =>
      toList(await ask(pageOfRows(DueDeadline), "/v1/deadlines", input)),
  }),
  defineTool({
    name: "list_changes",
    title: "List what changed since",
    description:
      "The journal: everything that happened in one sequence, oldest first, with what reorganisations took back (status retracted), what happened in the service (as metadata.changed) and repairs of the index (kind index.repaired). Call again with after set to nextAfter to miss nothing.",
    example: { after: 0, limit: 10 },
    input: z.strictObject({
      after: z.int().min(0).default(0).meta({ description: "Sequence heard last." }),
      kind: z
        .string()
        .max(64)
        .optional()
        .meta({ description: "What happened, as `kind` says it." }),
      listing: IdInput.optional(),
      escrow: IdInput.optional(),
      account: AddressInput.optional(),
      limit: listInput.limit,
    }),
    output: z.object({
      data: z.array(Change),
      nextAfter: z.int(),
      note: z.string().nullable(),
      meta: Meta,
    }),
    answer: async (input, ask) => {
      const { data, page, meta } = await ask(ChangeRows, "/v1/changes", input);
      const note = page.hasMore ? `There is more: call again with after ${page.nextAfter}.` : null;
      return { data, nextAfter: page.nextAfter, note, meta };
    },
  }),
];
