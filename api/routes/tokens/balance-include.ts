import { z } from "@hono/zod-openapi";
import { keyText } from "../../../core/db/keys.ts";
import { findBalances } from "../../../core/queries/tokens.ts";
import { include } from "../../http/include.ts";
import { Balance, toBalance } from "./token.resource.ts";

/** What contracts hold: of each token, or of all tokens by contract. */
export const includeBalances = <Row extends { chainId: number; address: string }>(
  by: "contract" | "token",
) =>
  include(z.array(Balance), async (snapshot, rows: readonly Row[]) => {
    const keys = rows.map(({ chainId, address }) => [chainId, address] as const);
    const found = await findBalances(snapshot, by, keys);
    return ({ chainId, address }) =>
      (found.get(keyText([chainId, address])) ?? []).map((row) =>
        toBalance(row, snapshot.position),
      );
  });
