import { readFileSync } from "node:fs";
import { join } from "node:path";
import solc from "solc";
import {
  type Abi,
  encodeDeployData,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  hashMessage,
  keccak256,
  serializeErc6492Signature,
  toHex,
} from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRpcClient } from "../../core/rpc/client.ts";
import { startTestChain, type TestChain } from "../support/anvil.ts";
import type { PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { bearer, codeOf, dataOf, post, signIn, type Tokens } from "./support/identity.ts";
import { createPublishedDatabase } from "./support/market.ts";

type Compiled = { abi: Abi; bytecode: Hex };

const owner = privateKeyToAccount(generatePrivateKey());
const stranger = privateKeyToAccount(generatePrivateKey());
const ANYTHING = toHex(new Uint8Array(64).fill(7));
const SALT = toHex("salt", { size: 32 });

let server: PostgresServer;
let chain: TestChain;
let api: TestApi;
let contracts: Record<string, Compiled>;
let sender: Hex;
let factory: Hex;

function compile(): Record<string, Compiled> {
  const path = join(import.meta.dirname, "support/WalletFixtures.sol");
  const input = {
    language: "Solidity",
    sources: { "WalletFixtures.sol": { content: readFileSync(path, "utf8") } },
    settings: { outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } } },
  };
  const { contracts: found } = JSON.parse(solc.compile(JSON.stringify(input)));
  return Object.fromEntries(
    Object.entries(found["WalletFixtures.sol"]).map(([name, compiled]) => {
      const { abi, evm } = compiled as { abi: Abi; evm: { bytecode: { object: string } } };
      return [name, { abi, bytecode: `0x${evm.bytecode.object}` as Hex }];
    }),
  );
}

const contract = (name: string) => contracts[name] as Compiled;

async function deploy(name: string, args: readonly unknown[]): Promise<Hex> {
  const { abi, bytecode } = contract(name);
  const data = encodeDeployData({ abi, bytecode, args });
  const [receipt] = await chain.execute([{ from: sender, data }]);
  return receipt?.contractAddress as Hex;
}

beforeAll(async () => {
  server = sharedPostgres();
  contracts = compile();
  chain = await startTestChain();
  [sender] = await chain.request<[Hex]>("eth_accounts", []);
  const { api: url } = await createPublishedDatabase(server.url);
  api = startApi(url, { auth: {}, rpc: createRpcClient(chain.url, 5_000) });
  factory = await deploy("WalletFactory", []);
});
afterAll(async () => {
  await api.close();
  await chain.stop();
  await server.stop();
});

async function challenge(address: Hex): Promise<string> {
  const answer = await post(api, "/v1/auth/nonce", { address });
  return (await dataOf(answer)).message;
}

const verify = (message: string, signature: Hex) =>
  post(api, "/v1/auth/verify", { message, signature });

/** Signs in as a contract, with the key of its owner. */
const signInAs = (address: Hex) =>
  signIn(api, { address, signMessage: (asked) => owner.signMessage(asked) });

/** A wallet that is not deployed, with what deploys it. */
function counterfactual(salt: Hex) {
  const { abi, bytecode } = contract("OwnedWallet");
  const initCode = encodeDeployData({ abi, bytecode, args: [owner.address] });
  const address = getContractAddress({
    opcode: "CREATE2",
    from: factory,
    salt,
    bytecode: initCode,
  });
  const data = encodeFunctionData({
    abi: contract("WalletFactory").abi,
    functionName: "make",
    args: [owner.address, salt],
  });
  return { address, data };
}

describe("wallets that are contracts", () => {
  test("sign in when they accept the signature, each for its own address alone (AU-3) [1.14]", async () => {
    const [first, second] = [
      await deploy("OwnedWallet", [owner.address]),
      await deploy("OwnedWallet", [owner.address]),
    ];
    const tokens = await signInAs(first);
    const data = await dataOf(await api.get("/v1/auth/sessions", bearer(tokens.accessToken)));
    expect(data[0].wallet.toLowerCase()).toBe(first);

    // The same owner, another wallet: what was signed for one opens nothing of the other.
    const message = await challenge(first);
    const signature = await owner.signMessage({ message });
    const swapped = message.replace(/0x[0-9a-fA-F]{40}/, second);
    expect((await verify(swapped, signature)).status).toBe(401);
    expect((await signInAs(second)).accountId).not.toBe(tokens.accountId);

    const foreign = await stranger.signMessage({ message });
    expect(await codeOf(await verify(message, foreign))).toBe("INVALID_SIGNATURE");
  });

  test("that revert, never end, answer with a flood or the wrong word are refused (AU-3)", async () => {
    for (const kind of [0, 1, 2, 3, 4]) {
      const address = await deploy("BadWallet", [kind]);
      const message = await challenge(address);
      const answer = await verify(message, await owner.signMessage({ message }));
      expect(await codeOf(answer), `kind ${kind}`).toBe("INVALID_SIGNATURE");
    }
    // One that accepts everything can give away nothing but itself.
    const generous = await deploy("BadWallet", [5]);
    const message = await challenge(generous);
    const answer = await verify(message, ANYTHING);
    expect(answer.status).toBe(201);
    const other = await challenge(owner.address);
    expect((await verify(other, ANYTHING)).status).toBe(401);
  });

  test("sign in before they are deployed, and nothing is sent to the chain (AU-4)", async () => {
    const { address, data } = counterfactual(SALT);
    const before = await chain.request<Hex>("eth_getTransactionCount", [sender, "latest"]);
    const message = await challenge(address);
    const inner = await owner.signMessage({ message });
    const wrapped = serializeErc6492Signature({ address: factory, data, signature: inner });
    const twice = serializeErc6492Signature({ address: factory, data, signature: wrapped });
    expect((await verify(message, twice)).status).toBe(401);
    expect((await verify(message, inner)).status).toBe(401);
    expect((await verify(message, wrapped)).status).toBe(201);
    expect(await chain.request<Hex>("eth_getTransactionCount", [sender, "latest"])).toBe(before);
    expect(await chain.request<Hex>("eth_getCode", [address, "latest"])).toBe("0x");
    expect(BigInt((await chain.storage(factory, 0n)).toString())).toBe(0n);
  });

  test("cannot lend their wrapper to a key, nor a factory its wallet to another address (AU-4)", async () => {
    const { data } = counterfactual(toHex("other", { size: 32 }));
    const message = await challenge(owner.address);
    const signature = await owner.signMessage({ message });
    const wrapped = serializeErc6492Signature({ address: factory, data, signature });
    expect((await verify(message, wrapped)).status).toBe(401);
    const elsewhere = `0x${keccak256(hashMessage(message)).slice(-40)}` as Hex;
    const foreign = await challenge(elsewhere);
    const lent = serializeErc6492Signature({
      address: factory,
      data,
      signature: await owner.signMessage({ message: foreign }),
    });
    expect((await verify(foreign, lent)).status).toBe(401);
  });

  test("lose their sessions with the next refresh after the signer lost the wallet (AU-5)", async () => {
    const address = await deploy("OwnedWallet", [owner.address]);
    const refresh = ({ refreshToken }: Tokens) => post(api, "/v1/auth/refresh", { refreshToken });
    const first = await signInAs(address);
    const second = (await dataOf(await refresh(first))) as Tokens;
    const data = encodeFunctionData({
      abi: contract("OwnedWallet").abi,
      functionName: "setOwner",
      args: [stranger.address],
    });
    await chain.execute([{ from: sender, to: address, data }]);
    expect(await codeOf(await refresh(second))).toBe("INVALID_CREDENTIALS");
    expect(await codeOf(await api.get("/v1/auth/sessions", bearer(second.accessToken)))).toBe(
      "INVALID_TOKEN",
    );
  });
});
