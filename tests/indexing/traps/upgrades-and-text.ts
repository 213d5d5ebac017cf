import {
  type AbiEvent,
  encodeAbiParameters,
  type Hex,
  maxUint256,
  stringToHex,
  toEventSelector,
  zeroHash,
} from "viem";
import { expect } from "vitest";
import { EscrowAbi, MarketplaceAbi } from "../../../abis/index.ts";
import { V2EventsAbi } from "../../../abis/v2/index.ts";
import { PRICE, STAKE } from "../../unit/contracts/arena.ts";
import { becomeForger, forgeCall } from "../support/forger.ts";
import { callWithRawText } from "../support/raw-text.ts";
import { type Trap, trap, trapOfTwo } from "./trap.ts";

/** Events of the design document that share a name with a deployed one but not its topic. */
const NAMESAKES = V2EventsAbi.filter((later) =>
  [...MarketplaceAbi, ...EscrowAbi].some(
    (deployed) =>
      deployed.type === "event" &&
      deployed.name === later.name &&
      toEventSelector(deployed) !== toEventSelector(later as AbiEvent),
  ),
) as readonly AbiEvent[];

/** A log of an event in which every argument is zero. */
function zeroLog(event: AbiEvent): { topics: Hex[]; data: Hex } {
  const indexed = event.inputs.filter((input) => input.indexed).map(() => zeroHash);
  const rest = event.inputs.filter((input) => !input.indexed);
  const data = encodeAbiParameters(
    rest.map(() => ({ type: "uint256" })),
    rest.map(() => 0n),
  );
  return { topics: [toEventSelector(event), ...indexed], data };
}

/** Decoding and upgrades (domain A.9, traps 42 to 46). */
export const upgradesAndText: Trap[] = [
  trap(
    "trap 42: an event of the later design is not taken for the deployed one of the same name",
    {},
    async (stage) => {
      await stage.openShop();
      const before = await stage.chain.blockNumber();
      await becomeForger(stage, "marketplace");
      await stage.chain.execute([
        {
          from: stage.parties.stranger,
          to: stage.marketplace,
          data: forgeCall(NAMESAKES.map(zeroLog)),
        },
      ]);
      const emitted = (await stage.chain.logsOf([stage.marketplace], before)).slice(
        -NAMESAKES.length,
      );
      await stage.act("seller", "marketplace", "updateListing", [0n, "", 7n]);
      return async (rows) => {
        expect(new Set(NAMESAKES.map(({ name }) => name))).toEqual(
          new Set([
            "ListingCreated",
            "ListingUpdated",
            "CredentialsUploaded",
            "DisputeRaised",
            "DisputeResolved",
            "OfferAccepted",
          ]),
        );
        expect(emitted.map(({ topics }) => topics[0])).toEqual(
          NAMESAKES.map((event) => toEventSelector(event)),
        );
        const events = await rows.all("activity", { contract: stage.marketplace });
        const names = events.slice(3).map(({ event }) => event);
        expect(names).toEqual([
          "SellerStaked",
          "HeartbeatRecorded",
          "ListingCreated",
          "Upgraded",
          "ListingUpdated",
        ]);
        const listing = await rows.one("listing", { contract: stage.marketplace });
        expect(listing.askingPriceUnits).toBe(7n);
      };
    },
  ),

  trap(
    "trap 43: an upgrade in place keeps the rows and begins a new generation at its block",
    { marketplace: "M2" },
    async (stage) => {
      const { seller } = stage.parties;
      const before = stage.market.marketplace;
      await stage.openShop(1);
      await stage.upgradeMarketplace("M3");
      const upgraded = await stage.chain.blockNumber();
      const after = stage.market.marketplace;
      await stage.act("agent", "marketplace", "slashSeller", [seller, "Late"]);
      return async (rows) => {
        const generations = await rows.all("contractImplementation", {
          contract: stage.marketplace,
        });
        expect(
          generations.map((row) => [row.fromBlock, row.implementation, row.generation]),
        ).toEqual([
          [BigInt(before.startBlock), before.implementation, "M2"],
          [upgraded, after.implementation, "M3"],
        ]);
        const row = await rows.one("contract", { address: stage.marketplace });
        expect(row).toMatchObject({
          generation: "M3",
          implementation: after.implementation,
          listingCount: 1,
        });
        const stake = await rows.one("sellerStake", { contract: stage.marketplace });
        expect(stake).toMatchObject({ stakeUnits: STAKE - STAKE / 3n, slashCount: 1n });
      };
    },
  ),

  trapOfTwo(
    "trap 44: escrows of 14 and of 15 words make the same row",
    [{ escrow: "E1" }, { escrow: "E3" }],
    async (shorter, longer) => {
      const words: number[] = [];
      for (const stage of [shorter, longer]) {
        await stage.openShop();
        await stage.buy();
        words.push((await stage.view<readonly unknown[]>("escrow", "escrows", [1n])).length);
      }
      expect(words).toEqual([14, 15]);
      return async (rows) => {
        for (const stage of [shorter, longer]) {
          expect(await rows.one("escrow", { contract: stage.escrow })).toMatchObject({
            state: "funded",
            amountUnits: PRICE,
            totalFundedUnits: PRICE,
            encryptionMethod: "ecies_wallet",
          });
        }
      };
    },
  ),

  trap(
    "trap 45: hostile text is stored harmless, and its bytes stay as they were",
    {},
    async (stage) => {
      const { seller, buyer } = stage.parties;
      await stage.stake();
      const from = await stage.chain.blockNumber();
      const invalid: Hex = "0xc328ff00";
      const script = "<script>alert('x')</script>\u202e";
      await stage.chain.execute([
        {
          from: seller,
          to: stage.marketplace,
          data: callWithRawText("createListing", [
            stringToHex(`Nul \0 ${script}`),
            invalid,
            PRICE,
            0,
            zeroHash,
            "0x",
            stringToHex("build\0"),
          ]),
        },
      ]);
      await stage.buy();
      await stage.deliver();
      await stage.confirm();
      await stage.chain.execute([
        {
          from: buyer,
          to: stage.escrow,
          data: callWithRawText("reportTransitionIssue", [1n, invalid]),
        },
      ]);
      const logs = await stage.chain.logsOf([stage.marketplace, stage.escrow], from + 1n);
      return async (rows) => {
        expect(await rows.one("listing", { contract: stage.marketplace })).toMatchObject({
          title: `Nul \uFFFD ${script}`,
          metadataUri: "\uFFFD(\uFFFD\uFFFD",
          buildId: "build\uFFFD",
        });
        const dispute = await rows.one("dispute", { contract: stage.escrow });
        expect(dispute.evidence).toBe("\uFFFD(\uFFFD\uFFFD");
        for (const log of logs) {
          const [blockNumber, logIndex] = [BigInt(log.blockNumber), Number(log.logIndex)];
          const row = await rows.one("activity", { blockNumber, logIndex });
          expect(row.rawData).toBe(log.data);
        }
      };
    },
  ),

  trap("trap 46: an amount of 256 bits is stored to the last unit", {}, async (stage) => {
    await stage.stake();
    await stage.list(0, maxUint256);
    await stage.list(0, maxUint256 - 1n);
    return async (rows) => {
      const listings = await rows.all("listing", { contract: stage.marketplace });
      expect(listings.map(({ askingPriceUnits }) => askingPriceUnits)).toEqual([
        maxUint256,
        maxUint256 - 1n,
      ]);
      const prices = await rows.all("priceChange", { contract: stage.marketplace });
      expect(prices.map(({ priceUnits }) => priceUnits)).toEqual([maxUint256, maxUint256 - 1n]);
      const [created] = await rows.all("activity", {
        contract: stage.marketplace,
        event: "ListingCreated",
      });
      expect([created?.amountUnits, created?.args.askingPrice]).toEqual([
        maxUint256,
        maxUint256.toString(),
      ]);
    };
  }),
];
