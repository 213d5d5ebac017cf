/**
 * Signs in with a wallet of its own, names the account, prolongs the session, signs a single request
 * without any session, and logs out.
 *
 *   npm run demo
 *   npx node examples/sign-in.ts [http://127.0.0.1:4000]
 */
import { keccak256 } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";

const [baseUrl = "http://127.0.0.1:4000"] = process.argv.slice(2);
const wallet = privateKeyToAccount(generatePrivateKey());

type Sent = { method: string; body?: unknown; headers?: Record<string, string> };

/** What an answer is about; a problem is thrown with its fix. */
async function ask<Data>(path: string, { method, body, headers = {} }: Sent): Promise<Data> {
  const response = await fetch(`${baseUrl}${path}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.status === 204) return undefined as Data;
  const answer = (await response.json()) as { data: Data; detail?: string; fix?: string };
  if (!response.ok) throw new Error(`${answer.detail} ${answer.fix}`);
  return answer.data;
}

type Tokens = { accessToken: string; refreshToken: string; accountId: string };
type Account = { displayName: string | null; wallets: { address: string }[] };

const { message, chainId } = await ask<{ message: string; chainId: number }>("/v1/auth/nonce", {
  method: "POST",
  body: { address: wallet.address },
});
const signature = await wallet.signMessage({ message });
const first = await ask<Tokens>("/v1/auth/verify", {
  method: "POST",
  body: { message, signature },
});
console.log(`${wallet.address} signed in: account ${first.accountId}`);

const { refreshToken } = first;
const tokens = await ask<Tokens>("/v1/auth/refresh", { method: "POST", body: { refreshToken } });
const headers = { authorization: `Bearer ${tokens.accessToken}` };
const body = { displayName: "Example" };
const account = await ask<Account>("/v1/account", { method: "PATCH", headers, body });
console.log(`The account is called ${account.displayName}`);

const target = "/v1/account";
const nonce = crypto.randomUUID();
const deadline = Math.floor(Date.now() / 1_000) + 120;
const signed = await wallet.signTypedData({
  domain: { name: "Valyra API", version: "1", chainId },
  types: {
    Request: [
      { name: "audience", type: "string" },
      { name: "method", type: "string" },
      { name: "target", type: "string" },
      { name: "bodyHash", type: "bytes32" },
      { name: "nonce", type: "string" },
      { name: "deadline", type: "uint256" },
    ],
  },
  primaryType: "Request",
  message: {
    ...{ audience: "valyra", method: "GET", target, nonce },
    bodyHash: keccak256("0x"),
    deadline: BigInt(deadline),
  },
});
const again = await ask<Account>(target, {
  method: "GET",
  headers: {
    "x-wallet-address": wallet.address,
    "x-signature": signed,
    "x-nonce": nonce,
    "x-deadline": String(deadline),
  },
});
console.log(`A signed request sees the same account: ${again.wallets[0]?.address}`);

await ask("/v1/auth/logout", { method: "POST", headers });
console.log("Logged out");
