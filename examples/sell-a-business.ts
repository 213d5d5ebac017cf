/**
 * A seller's first hour. Two wallets sign in, one with a key and one that is a contract (ERC-1271); the
 * seller stakes and lists a business on the demo's chain, uploads a picture, publishes signed metadata
 * that shows it, makes an API key for a program, and uses that key until its limit says no.
 *
 *   npm run demo
 *   npx node examples/sell-a-business.ts [http://127.0.0.1:4000] [http://127.0.0.1:8545]
 *
 * For the local chain of the demo alone: it gives itself ether and tokens.
 */
import { readFile } from "node:fs/promises";
import {
  type Address,
  createTestClient,
  type Hex,
  http,
  type LocalAccount,
  parseAbi,
  parseEther,
  parseEventLogs,
  parseGwei,
  publicActions,
  walletActions,
} from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { foundry } from "viem/chains";
import { MarketplaceAbi } from "../abis/index.ts";
import { loadArtifact } from "../devnet/contracts/artifact.ts";

const [baseUrl = "http://127.0.0.1:4000", rpcUrl = "http://127.0.0.1:8545"] = process.argv.slice(2);

const chain = createTestClient({ chain: foundry, mode: "anvil", transport: http(rpcUrl) })
  .extend(publicActions)
  .extend(walletActions);

type Sent = { method?: string; body?: unknown; headers?: Record<string, string> };
type Problem = { code: string; detail: string; fix: string; errors: { message: string }[] };

/** Asks the API; files go as they are, everything else as JSON. */
function send(path: string, { method = "GET", body, headers = {} }: Sent): Promise<Response> {
  const isForm = body instanceof FormData;
  const type = body === undefined || isForm ? {} : { "content-type": "application/json" };
  return fetch(`${baseUrl}${path}`, {
    method,
    headers: { ...headers, ...type },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
}

/** What an answer is about; a problem is thrown with its fix. */
async function ask<Data>(path: string, sent: Sent = {}): Promise<Data> {
  const response = await send(path, sent);
  if (!response.ok) {
    const { code, detail, fix, errors } = (await response.json()) as Problem;
    throw new Error(`${code}: ${detail} ${errors.map(({ message }) => message).join(", ")} ${fix}`);
  }
  return ((await response.json()) as { data: Data }).data;
}

/** Signs in a wallet for which `signer` holds the key; gives the headers of its requests. */
async function signIn(address: Address, signer: LocalAccount) {
  const { message } = await ask<{ message: string }>("/v1/auth/nonce", {
    method: "POST",
    body: { address },
  });
  const signature = await signer.signMessage({ message });
  const { accessToken, accountId } = await ask<{ accessToken: string; accountId: string }>(
    "/v1/auth/verify",
    { method: "POST", body: { message, signature } },
  );
  return { accountId, headers: { authorization: `Bearer ${accessToken}` } };
}

/** Waits for a transaction and fails with it. */
async function mined(hash: Hex) {
  const receipt = await chain.waitForTransactionReceipt({ hash, pollingInterval: 250 });
  if (receipt.status !== "success") throw new Error(`The chain refused ${hash}`);
  return receipt;
}

/**
 * Blocks of the demo are free, from which nobody can guess what to pay; and what a call costs changes
 * while others trade, from which an estimate of its gas can be too low when it is mined.
 */
const fee = { gasPrice: parseGwei("1"), gas: 3_000_000n };

const seller = privateKeyToAccount(generatePrivateKey());
const owner = privateKeyToAccount(generatePrivateKey());
// The last account of the demo has ether, and its node signs for it. Money from nowhere would be in no
// block, and the demo could not play its blocks again at its next start.
const [purse] = (await chain.getAddresses()).slice(-1);
if (!purse) throw new Error("The node has no accounts of its own");
for (const { address } of [seller, owner]) {
  const gift = { ...fee, account: purse, to: address, value: parseEther("10") } as const;
  await mined(await chain.sendTransaction(gift));
}

// 1. Two kinds of wallet sign in with the same two requests.
const session = await signIn(seller.address, seller);
console.log(`1. ${seller.address} signed in with its key: account ${session.accountId}`);
const { abi, bytecode } = loadArtifact("SmartWallet");
const deployment = { ...fee, account: owner, abi, bytecode, args: [owner.address] };
const { contractAddress } = await mined(await chain.deployContract(deployment));
if (!contractAddress) throw new Error("The wallet has no address");
const smart = await signIn(contractAddress, owner);
console.log(`   ${contractAddress} signed in as a contract: account ${smart.accountId}`);

// 2. The seller stakes and lists on the first marketplace that this service follows.
type Contract = { kind: string; address: Address; token: Address | null };
const { contracts, chainId } = await ask<{ contracts: Contract[]; chainId: number }>(
  "/v1/meta/contracts",
);
const market = contracts.find(({ kind }) => kind === "marketplace");
if (!market?.token) throw new Error("No marketplace is served");
const tokenAbi = parseAbi([
  "function mint(address to, uint256 amount)",
  "function approve(address spender, uint256 value)",
]);
const token = { ...fee, account: seller, address: market.token, abi: tokenAbi } as const;
const marketplace = {
  ...fee,
  account: seller,
  address: market.address,
  abi: MarketplaceAbi,
} as const;
const wealth = parseEther("1000000");
const call = { ...token, functionName: "mint", args: [seller.address, wealth] } as const;
await mined(await chain.writeContract(call));
const allowance = { ...token, functionName: "approve", args: [market.address, wealth] } as const;
await mined(await chain.writeContract(allowance));
await mined(await chain.writeContract({ ...marketplace, functionName: "stakeToSell" }));
const { hash, number } = await list();
const listing = `${chainId}-${market.address.toLowerCase()}-${number}`;
await ask(`/v1/listings/${listing}?afterTx=${hash}`);
console.log(`2. Listed ${listing}`);

async function list() {
  const created = await chain.writeContract({
    ...marketplace,
    functionName: "createListing",
    args: ["Harbour Notes", "", parseEther("250000000"), 0, `0x${"0".repeat(64)}`, "0x", ""],
  });
  const { logs, transactionHash } = await mined(created);
  const [event] = parseEventLogs({ abi: MarketplaceAbi, logs, eventName: "ListingCreated" });
  if (!event) throw new Error("The marketplace has listed nothing");
  return { hash: transactionHash, number: event.args.listingId };
}

// 3. A picture is drawn anew and named by its content.
type Upload = { cid: string; url: string; width: number; height: number; thumbnails: unknown[] };
const form = new FormData();
const screenshot = await readFile(new URL("../docs/images/demo.png", import.meta.url));
form.append("file", new Blob([screenshot], { type: "image/png" }), "front-page.png");
const [picture] = await ask<Upload[]>("/v1/uploads?purpose=image", {
  method: "POST",
  headers: { ...session.headers, "idempotency-key": crypto.randomUUID() },
  body: form,
});
if (!picture) throw new Error("Nothing was uploaded");
const { status, headers: shown } = await send(picture.url, {});
console.log(
  `3. Uploaded ${picture.width} x ${picture.height} points as ${picture.cid}, with ${picture.thumbnails.length} smaller ones; GET ${picture.url.slice(0, 16)}… says ${status} ${shown.get("content-type")}`,
);

// 4. What the seller says of the listing, signed by the seller.
const document = {
  schema: "valyra-listing/1",
  name: "Harbour Notes",
  category: "saas",
  description: "Notes for people who run small harbours.",
  businessUrl: "https://harbour-notes.example/",
  techStack: ["TypeScript", "Postgres"],
  revenueTrend: "growing",
  included: { domain: true, sourceCode: true, customerData: true },
  metrics: [],
  series: [],
  tags: ["notes"],
  links: [],
  images: [{ cid: picture.cid, description: "The front page" }],
};
type Prepared = { typedData: Parameters<typeof seller.signTypedData>[0] };
const signedAt = Math.floor(Date.now() / 1_000);
const path = `/v1/listings/${listing}/metadata`;
const { typedData } = await ask<Prepared>(`${path}/prepare`, {
  method: "POST",
  body: { document, signedAt },
});
const signature = await seller.signTypedData(typedData);
const published = await ask<{ version: number; documentHash: string }>(path, {
  method: "PUT",
  body: { document, signedAt, signature },
});
console.log(`4. Published version ${published.version}, ${published.documentHash.slice(0, 18)}…`);

// 5. A key for a program, which is used until its limit says no, and why.
const key = await ask<{ prefix: string; secret: string }>("/v1/keys", {
  method: "POST",
  headers: session.headers,
  body: { name: "Price watcher", scopes: ["keys:read"] },
});
console.log(`5. Made the key ${key.prefix}…`);
for (let used = 1; used <= 20; used += 1) {
  const answer = await send("/v1/keys", { headers: { "x-api-key": key.secret } });
  if (answer.ok) continue;
  const { code, detail, fix } = (await answer.json()) as Problem;
  console.log(`   Request ${used} was answered ${answer.status} ${code}: ${detail}`);
  console.log(`   RateLimit: ${answer.headers.get("ratelimit")}`);
  console.log(`   Retry-After: ${answer.headers.get("retry-after")} s. ${fix}`);
  break;
}
