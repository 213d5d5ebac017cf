import { z } from "@hono/zod-openapi";
import type { TokenPair } from "../../../core/identity/sessions.ts";
import { Moment, Uuid } from "../../http/private-answer.ts";

export const Tokens = z
  .object({
    tokenType: z.literal("Bearer"),
    accessToken: z.string().openapi({
      description: "Send it as `Authorization: Bearer …`; good for 15 minutes.",
      example: "eyJ…",
    }),
    accessExpiresAt: Moment,
    refreshToken: z.string().openapi({
      description: "Good once, for new tokens of the same session. Keep it from other pages.",
      example: "…",
    }),
    refreshExpiresAt: Moment,
    sessionId: Uuid,
    accountId: Uuid,
  })
  .openapi("Tokens");

export function toTokens(pair: TokenPair): z.output<typeof Tokens> {
  return {
    tokenType: "Bearer",
    accessToken: pair.accessToken,
    accessExpiresAt: pair.accessExpiresAt.toISOString(),
    refreshToken: pair.refreshToken,
    refreshExpiresAt: pair.refreshExpiresAt.toISOString(),
    sessionId: pair.sessionId,
    accountId: pair.accountId,
  };
}
