export { AgentEscrowAbi } from "./AgentEscrowAbi.ts";
export { EntitlementsAbi } from "./EntitlementsAbi.ts";
export { EscrowAbi, EscrowE0Abi, EscrowE2ReadAbi, EscrowV1ReadAbi } from "./EscrowAbi.ts";
export { MarketplaceAbi } from "./MarketplaceAbi.ts";
export { ProxyAbi } from "./ProxyAbi.ts";
export { TokenAbi } from "./TokenAbi.ts";
