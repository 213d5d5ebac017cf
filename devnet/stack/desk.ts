import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import pg from "pg";
import { Webhook } from "standardwebhooks";
import type { Address } from "viem";
import { signingSecret } from "../../core/webhooks/signing.ts";
import type { LocalChain } from "../chain.ts";
import { encodeCall } from "../market/outbox.ts";
import { PAGE } from "./desk-page.ts";

/** Purchases pay with what is minted for them; nobody else has these tokens. */
const PURSE_UNITS = 10n ** 30n;
const UNLIMITED = 2n ** 256n - 1n;

/** Three million, and a gwei: more than enough, of money that is worth nothing. */
const [GAS, GAS_PRICE] = ["0x2dc6c0", "0x3b9aca00"];

/** Rows of each kind that the page shows. */
const SHOWN = 20;
const MAX_BODY_BYTES = 100_000;

/** A reorganisation of the demo replaces no more than this; Ponder takes back 30 by itself. */
const MAX_DEPTH = 20;

/** A message that the desk was sent, and how long after the last deposit. */
type Received = {
  at: string;
  isGenuine: boolean;
  type: string;
  sequence: number | null;
  status: string | null;
  retractsSequence: number | null;
  msAfterDeposit: number | null;
};

export type DeskOptions = {
  port: number;
  databaseUrl: string;
  chain: LocalChain;
  /** Where the read API answers. */
  apiUrl: string;
  /** Contracts of the market that is bought in. */
  market: { token: Address; marketplace: Address; escrow: Address };
  mailFolder: string;
  webhookKey: Buffer;
};

export type Desk = { url: string; close(): Promise<void> };

/**
 * The desk of the demo: an account whose wallet buys on demand, with a page of the mails, webhooks and
 * jobs that this causes, and a button that makes the chain take it back. Nothing of it is in a
 * process of the product; it is a user of it.
 */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { chain, mailFolder, port } = options;
  // Nobody of the market is played by the last account.
  const buyer = chain.accounts.at(-1) as Address;
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 2 });
  pool.on("error", () => undefined);
  const url = `http://127.0.0.1:${port}`;
  const secretId = await seedAccount(pool, buyer, `${url}/hook`);
  const receiver = new Webhook(signingSecret(options.webhookKey, secretId));
  const received: Received[] = [];
  let deposit: { at: number; block: bigint } | undefined;

  async function state() {
    const { rows: jobs } = await pool.query(
      `SELECT name, state, retracted_at IS NOT NULL AS "isTakenBack", created_at AS "createdAt",
         extract(epoch FROM finished_at - created_at)::float8 AS seconds
       FROM app.job WHERE name IN ('notification.fan_out', 'notification.take_back', 'mail.send')
       ORDER BY created_at DESC, name LIMIT ${SHOWN}`,
    );
    return {
      buyer,
      deposit: deposit && { block: Number(deposit.block) },
      received,
      jobs,
      mails: await readMails(mailFolder),
    };
  }

  async function buy() {
    const { id, price } = await findOffer(options);
    const { token, escrow } = options.market;
    const calls: [Address, Parameters<typeof encodeCall>][] = [
      [token, ["TestToken", "mint", [buyer, PURSE_UNITS]]],
      [token, ["TestToken", "approve", [escrow, UNLIMITED]]],
      [escrow, ["EscrowE3", "depositFunds", [BigInt(id.split("-").at(-1) ?? ""), price, 0]]],
    ];
    const txHash = await chain.exclusively(async () => {
      let hash: string | undefined;
      for (const [to, call] of calls) {
        const data = encodeCall(...call);
        hash = await chain.request<string>("eth_sendTransaction", [
          { from: buyer, to, data, gas: GAS, gasPrice: GAS_PRICE },
        ]);
      }
      await chain.mine();
      return hash;
    });
    const receipt = await chain.request<{ status: string; blockNumber: string } | null>(
      "eth_getTransactionReceipt",
      [txHash],
    );
    if (receipt?.status !== "0x1") throw new Error(`the deposit for ${id} was refused; try again`);
    deposit = { at: performance.now(), block: BigInt(receipt.blockNumber) };
    return { listing: id, txHash, block: Number(deposit.block) };
  }

  /** @param asked how many of the newest blocks; those from the deposit on when left out */
  async function takeBack(asked: string | null) {
    if (asked !== null) {
      if (!/^[1-9]\d?$/.test(asked) || BigInt(asked) > MAX_DEPTH) {
        throw new Error(`depth is 1 to ${MAX_DEPTH}`);
      }
      return { replacedBlocks: await chain.reorg(Number(asked)) };
    }
    if (deposit === undefined) throw new Error("nothing was deposited yet");
    const { block } = deposit;
    const replacedBlocks = await chain.reorg(async () => {
      const depth = (await chain.blockNumber()) - block + 1n;
      if (depth > MAX_DEPTH) throw new Error(`the deposit is ${depth} blocks deep and stays`);
      return Number(depth);
    });
    deposit = undefined;
    return { replacedBlocks };
  }

  async function hear(request: IncomingMessage): Promise<void> {
    const body = await readText(request);
    const msAfterDeposit = deposit && Math.round(performance.now() - deposit.at);
    let isGenuine = true;
    try {
      receiver.verify(body, request.headers as Record<string, string>);
    } catch {
      isGenuine = false;
    }
    const { type, data } = JSON.parse(body);
    received.unshift({
      at: new Date().toISOString(),
      isGenuine,
      type,
      sequence: data.sequence ?? null,
      status: data.status ?? null,
      retractsSequence: data.retractsSequence ?? null,
      msAfterDeposit: msAfterDeposit ?? null,
    });
    received.splice(SHOWN);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", url);
    const what = `${request.method} ${pathname}`;
    const json = (status: number, content: unknown) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(`${JSON.stringify(content, undefined, 2)}\n`);
    };
    // A page of another origin could send these otherwise.
    const { origin } = request.headers;
    if (request.method === "POST" && origin !== undefined && origin !== url) return json(403, {});
    if (what === "GET /") {
      response.writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": "default-src 'self' 'unsafe-inline'",
      });
      response.end(PAGE);
    } else if (what === "GET /state") json(200, await state());
    else if (what === "POST /deposit") json(200, await buy());
    else if (what === "POST /reorganise") json(200, await takeBack(searchParams.get("depth")));
    else if (what === "POST /hook") {
      await hear(request);
      json(200, {});
    } else json(404, { detail: "GET /, GET /state, POST /deposit, POST /reorganise[?depth=N]" });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(409, { "content-type": "application/json" });
      response.end(JSON.stringify({ detail: error instanceof Error ? error.message : "failed" }));
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url,
    async close() {
      server.closeAllConnections();
      server.close();
      await pool.end();
    },
  };
}

/** The account whose wallet buys, with an address for mails and a webhook; made once. */
async function seedAccount(pool: pg.Pool, buyer: Address, hook: string): Promise<string> {
  const { rows } = await pool.query<{ secretId: string }>(
    `WITH owner AS (
       INSERT INTO app.account (account_id, email, email_verified_at, display_name)
       VALUES ('00000000-0000-4000-8000-0000000000de', 'desk@demo.example', now(), 'The desk')
       ON CONFLICT (account_id) DO UPDATE SET display_name = excluded.display_name
       RETURNING account_id
     ), wallet AS (
       INSERT INTO app.account_wallet (address, account_id, proof, chain_id)
       SELECT $1, account_id, 'key', 31337 FROM owner ON CONFLICT DO NOTHING
     ), endpoint AS (
       INSERT INTO app.webhook_endpoint (endpoint_id, account_id, url, description, wallet, cursor_sequence)
       SELECT '00000000-0000-4000-8000-0000000000ee', account_id, $2, 'The desk of the demo', $1,
         (SELECT last_sequence FROM app.journal_counter) FROM owner
       ON CONFLICT (endpoint_id) DO UPDATE SET url = excluded.url, state = 'active', failures = 0,
         failing_since = NULL, next_attempt_at = now()
       RETURNING endpoint_id
     ), secret AS (
       INSERT INTO app.webhook_secret (secret_id, endpoint_id)
       SELECT '00000000-0000-4000-8000-0000000000ff', endpoint_id FROM endpoint
       ON CONFLICT (secret_id) DO UPDATE SET expires_at = NULL RETURNING secret_id
     )
     SELECT secret_id AS "secretId" FROM secret`,
    [buyer, hook],
  );
  return rows[0]?.secretId ?? "";
}

/** A listing that can be bought, with its price in base units. */
async function findOffer({ apiUrl, market }: DeskOptions): Promise<{ id: string; price: bigint }> {
  const query = `availability=for_sale&marketplace=${market.marketplace}&sort=price_asc&limit=100`;
  const answer = await fetch(`${apiUrl}/v1/listings?${query}`);
  const { data = [] } = (await answer.json()) as {
    data?: { id: string; askingPrice: { raw: string } }[];
  };
  const one = data[Math.floor(Math.random() * data.length)];
  if (one === undefined) throw new Error("nothing is for sale at the moment; try again");
  return { id: one.id, price: BigInt(one.askingPrice.raw) };
}

/** Mails as their folder has them, the newest first. */
async function readMails(folder: string) {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".eml"));
  const mails = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), "utf8");
      const header = (which: string) => new RegExp(`^${which}: (.*)$`, "im").exec(text)?.[1] ?? "";
      return {
        name,
        at: new Date(header("date")).toISOString(),
        to: header("to"),
        subject: header("subject"),
        text,
      };
    }),
  );
  return mails.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, SHOWN);
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) {
    text += part;
    if (text.length > MAX_BODY_BYTES) throw new Error("too much");
  }
  return text;
}
