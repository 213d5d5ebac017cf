/**
 * `npm run deploy:local [-- --rpc URL] [--out FILE]`: deploys the devnet and writes its deployments
 * file. Without `--rpc` a chain is started for it and stopped again, which is how
 * `deployments/local.json` is made.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { connectChain, startChain } from "./chain.ts";
import { writeDeploymentFile } from "./deployment-file.ts";
import { deployDevnet, devnetFile } from "./devnet.ts";

/** Where a local chain is expected when nothing else is said. */
const LOCAL_RPC = "http://127.0.0.1:8545";
const LOCAL_FILE = fileURLToPath(new URL("../deployments/local.json", import.meta.url));

const { values } = parseArgs({
  options: { rpc: { type: "string" }, out: { type: "string", default: LOCAL_FILE } },
});

if (values.rpc === undefined) {
  const chain = await startChain();
  try {
    await writeDeploymentFile(values.out, devnetFile(await deployDevnet(chain), LOCAL_RPC));
  } finally {
    await chain.stop();
  }
} else {
  const chain = await connectChain(values.rpc);
  const devnet = await deployDevnet(chain, await chain.now());
  await writeDeploymentFile(values.out, devnetFile(devnet, values.rpc));
  chain.close();
}
console.log(`Written: ${values.out}`);
