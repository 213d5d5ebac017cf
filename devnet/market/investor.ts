import { type Address, encodeDeployData, getContractAddress } from "viem";
import { loadArtifact } from "../contracts/artifact.ts";
import { equip } from "./marketplace-actions.ts";
import { goShopping } from "./persons/buyer.ts";
import { DAY, flow, later } from "./time.ts";
import type { Venue, World } from "./world.ts";

/** A buyer that is a contract: it buys several listings in one transaction. */

const SHOPS_PER_DAY = 0.6;

/** Opens the smart account on the third day; the investor's account must be unused until then. */
export function openInvestor(world: World, venue: Venue): void {
  later(world, 2.5 * DAY, () => {
    const account = openAccount(world, venue);
    flow(world, SHOPS_PER_DAY, () => goShopping(world, venue, account));
  });
}

function openAccount(world: World, venue: Venue): Address {
  const { investor } = world.people;
  const { abi, bytecode } = loadArtifact("SmartAccount");
  const data = encodeDeployData({ abi, bytecode, args: [investor] });
  world.outbox.push({ from: investor, data, behaviour: "open smart account", events: 0 });
  const account = getContractAddress({ from: investor, nonce: 0n }).toLowerCase() as Address;
  world.smartAccounts.set(account, investor);
  equip(world, venue, account);
  return account;
}
