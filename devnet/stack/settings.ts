import { createHash, randomBytes } from "node:crypto";
import { agentKey } from "./market-chain.ts";
import type { DemoFolder } from "./state.ts";

/** What the settings of the demo's processes are made of. */
export type DemoPlaces = {
  folder: DemoFolder;
  apiPort: number;
  deskPort: number;
  /** Empty before the gateway has started. */
  gatewayUrl: string;
  connection: (role: string) => string;
  password: (role: string) => string;
};

type Settings = Readonly<Record<string, string>>;

/** Key of the webhooks' secrets. Whoever tries webhooks in a demo receives them on this machine. */
export const webhookKey = ({ password }: Pick<DemoPlaces, "password">): Buffer =>
  createHash("sha256").update(password("valyra_worker")).digest();

/** What API and workers share. */
const shared = (places: DemoPlaces): Settings => ({
  MAIL_FOLDER: places.folder.mails,
  UPLOADS_FOLDER: places.folder.uploads,
  WEBHOOK_KEY: webhookKey(places).toString("base64"),
  OUTGOING_EXCEPTIONS: `127.0.0.1:${places.deskPort}`,
});

/** Settings of the demo's gateway, which answers on `port`. */
export const gatewaySettings = ({ connection }: DemoPlaces, port: number): Settings => ({
  GATEWAY_DATABASE_URL: connection("valyra_worker"),
  GATEWAY_PORT: String(port),
});

/** Settings of the demo's guard, whose health and metrics are on `port`. */
export const guardSettings = ({ connection, gatewayUrl }: DemoPlaces, port: number): Settings => ({
  GUARD_DATABASE_URL: connection("valyra_worker"),
  GUARD_PORT: String(port),
  INDEXER_RPC_GATEWAY: gatewayUrl,
});

/** Settings with which commands of the product, such as the audit, work on the demo's market. */
export const commandSettings = ({ folder, connection, gatewayUrl }: DemoPlaces): Settings => ({
  VALYRA_DEPLOYMENTS: folder.deployments,
  INDEXER_RPC_GATEWAY: gatewayUrl,
  GUARD_DATABASE_URL: connection("valyra_worker"),
});

/** Settings of the demo's journal, whose health and metrics are on `port`. */
export const journalSettings = ({ connection }: DemoPlaces, port: number): Settings => ({
  JOURNAL_DATABASE_URL: connection("valyra_worker"),
  JOURNAL_PORT: String(port),
  // In a demo nobody wants to wait for a block to be safe before he sees a mail.
  NOTIFICATION_TIER: "included",
});

/** Settings of the demo's workers, whose health and metrics are on `port`. */
export const workerSettings = (places: DemoPlaces, port: number): Settings => ({
  ...shared(places),
  WORKERS_DATABASE_URL: places.connection("valyra_worker"),
  WORKERS_PORT: String(port),
  PUBLIC_URL: `http://127.0.0.1:${places.apiPort}`,
  AGENT_KEY: agentKey(),
  VALUATION_RATES: "IDRX=0.000061,TIDRX=0.000061",
});

/** Settings of the demo's API. */
export const apiSettings = (places: DemoPlaces): Settings => ({
  ...shared(places),
  API_DATABASE_URL: places.connection("valyra_api"),
  API_PORT: String(places.apiPort),
  // Of this run alone: sessions of an earlier demo need a refresh.
  AUTH_SECRETS: `demo:${randomBytes(32).toString("hex")}`,
  ENCRYPTION_KEYS: `demo:${createHash("sha256")
    .update(`private ${places.password("valyra_api")}`)
    .digest("base64")}`,
  AUTH_ORIGINS: `http://127.0.0.1:${places.apiPort},http://localhost:3000`,
});
