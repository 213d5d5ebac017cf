import { z } from "@hono/zod-openapi";
import { TOKENS, type TokenRow } from "../../../core/queries/tokens.ts";
import { defineCollection } from "../../http/collection.ts";
import { parseAddressId } from "../../http/word-id.ts";
import { includeBalances } from "./balance-include.ts";
import { Token, toToken } from "./token.resource.ts";

const MAX_SYMBOL_LENGTH = 64;

export const tokens = defineCollection({
  name: "tokens",
  singular: "Token",
  plural: "Tokens",
  tag: "Contracts",
  summaries: { list: "Payment tokens", get: "One payment token" },
  source: TOKENS,
  defaultSort: "newest",
  filters: {
    symbol: z
      .string()
      .min(1, "must not be empty")
      .max(MAX_SYMBOL_LENGTH, "is too long for a symbol")
      // Postgres has no text with this character, so no token has it either.
      .refine((text) => !text.includes("\0"), { error: "must not contain a NUL character" })
      .optional()
      .openapi({
        param: { name: "symbol", in: "query" },
        description: "Symbol exactly as the token gives it; it names nobody.",
      }),
  },
  toFilter: (words) => words,
  resource: Token,
  toResource: toToken,
  parseId: parseAddressId,
  idDescription: "Id of a token, `<chainId>-<address>`, or its address alone.",
  notFound: "TOKEN_NOT_FOUND",
  includes: { balances: includeBalances<TokenRow>("token") },
});
