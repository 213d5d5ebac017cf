import { encodeFunctionData, type Hex } from "viem";
import { loadArtifact } from "../../../devnet/contracts/artifact.ts";
import { openDeployer } from "../../../devnet/deployer.ts";
import type { Stage } from "./stage.ts";

export type ForgedLog = { topics: readonly Hex[]; data: Hex };

/** Upgrades a proxy to a forger of logs; everything else that it could do goes on working. */
export async function becomeForger(stage: Stage, where: "marketplace" | "escrow"): Promise<void> {
  const deployer = await openDeployer(stage.chain, stage.parties.owner);
  const forger = await deployer.create("EventForger", [stage.market[where].implementation]);
  await deployer.mine();
  await stage.act("owner", where, "upgradeToAndCall", [forger, "0x"]);
  stage.market[where].implementation = forger;
}

/** Call data that lets a forger log these, in order. */
export function forgeCall(logs: readonly ForgedLog[]): Hex {
  return encodeFunctionData({
    abi: loadArtifact("EventForger").abi,
    functionName: "forgeMany",
    args: [logs],
  });
}
