import { loadDeployment } from "../deployments/load.ts";
import { type AgentChain, openAgentChain } from "./agent-chain.ts";
import { type AgentSigner, openSigner, type SignerSettings } from "./signer.ts";

/** What the agent acts with. */
export type AgentWallet = {
  signer: AgentSigner;
  chain: AgentChain;
  /** Most that a unit of gas may cost, wei. */
  maxFeeWei: bigint;
  /** After this a transaction that is next and not mined is replaced by a dearer one. */
  stuckMs: number;
  /** How often it is looked at what has become of a transaction. */
  pollMs: number;
};

const POLL_MS = 1_000;
const WEI_PER_GWEI = 1_000_000_000n;

/** Settings of the wallet, and the network that it acts on. */
export type AgentSettings = SignerSettings & {
  /** Path of the deployments file, whose nodes are asked. */
  deployments: string;
  environment: Readonly<Record<string, string | undefined>>;
  rpcTimeoutMs: number;
  maxFeeGwei: number;
  stuckSeconds: number;
};

/**
 * Opens the wallet; undefined without a key.
 *
 * @throws AgentKeyError for a key that cannot be used here
 * @throws DeploymentFileError when the network cannot be read
 */
export function openAgentWallet(settings: AgentSettings): AgentWallet | undefined {
  const signer = openSigner(settings);
  if (signer === undefined) return undefined;
  const { chainId, rpc } = loadDeployment(settings.deployments, settings.environment);
  return {
    signer,
    chain: openAgentChain(rpc, { chainId, timeoutMs: settings.rpcTimeoutMs }),
    maxFeeWei: BigInt(settings.maxFeeGwei) * WEI_PER_GWEI,
    stuckMs: settings.stuckSeconds * 1_000,
    pollMs: POLL_MS,
  };
}
