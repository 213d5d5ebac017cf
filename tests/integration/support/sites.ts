import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type pg from "pg";
import type { WorkerMetrics } from "../../../workers/metrics.ts";
import { makeCertificate } from "./made-certificate.ts";
import { CHAIN_ID, insertRows, MARKETPLACE, SELLER } from "./rows.ts";

/** A listing for sale whose seller has signed a document that names an address. */
export async function listSite(
  admin: pg.Client,
  listingId: number,
  businessUrl: string,
  row: object = {},
): Promise<void> {
  await insertRows(admin, "release_a", "listing", [{ listing_id: listingId, ...row }]);
  await signSite(admin, listingId, businessUrl, 1);
}

/** Signs another version of the document. */
export const signSite = (
  admin: pg.Client,
  listingId: number,
  businessUrl: string,
  version: number,
) =>
  admin.query(
    `INSERT INTO app.listing_metadata (chain_id, contract, listing_id, version, document, document_hash, cid,
       legacy_cid, seller, signature, signed_at, block_number)
     VALUES ($1, $2, $3, $4::integer, $5, $6, 'cid', 'cid', $7, '0x00', $4::integer, 50)`,
    [
      ...[CHAIN_ID, MARKETPLACE, listingId, version, { businessUrl, metrics: [], tags: [] }],
      ...[`0x${"00".repeat(32)}`, SELLER],
    ],
  );

/** A server on loopback with a certificate that ends at a moment. */
export async function startTlsServer(until: Date) {
  const certificate = makeCertificate(until);
  const server = createServer(certificate, (_, out) => out.end("secret"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    place: `127.0.0.1:${port}`,
    url: `https://127.0.0.1:${port}/`,
    ca: certificate.cert,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Names of the alarms about sites whose expression holds for what is scraped now. */
export async function firing({ registry }: WorkerMetrics): Promise<string[]> {
  const scraped = (await registry.metrics()).split("\n");
  const numberOf = (term: string) => {
    if (/^\d+$/.test(term)) return Number(term);
    const selector = /^max\((valyra_sites\{.*\})\)$/.exec(term)?.[1];
    if (selector === undefined) throw new Error(`${term} is not understood`);
    return Number(scraped.find((line) => line.startsWith(`${selector} `))?.split(" ")[1]);
  };
  const rules = readFileSync("deploy/alerts/jobs.yml", "utf8").matchAll(
    /- alert: (ValyraSite\w+)\n +expr: (.+)\n/g,
  );
  return [...rules].flatMap(([, name = "", expression = ""]) => {
    const holds = expression.split(" and ").every((part) => {
      const [left = "", right = ""] = part.split(" > ");
      return numberOf(left) > numberOf(right);
    });
    return holds ? [name] : [];
  });
}
