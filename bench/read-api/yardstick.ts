/**
 * The bare routes that ours are compared with: the same page by SQL written by hand, and a hello,
 * both under the API's own middleware, and a hello without any.
 */
import { once } from "node:events";
import { serve } from "@hono/node-server";
import pg from "pg";
import { newRouter } from "../../api/http/router.ts";
import { NO_CALLERS } from "../../api/middleware/caller.ts";
import { installMiddleware } from "../../api/middleware/install.ts";
import { loadConfig } from "../../core/config/load.ts";
import { openAppWrites } from "../../core/db/app-writes.ts";
import { openRateLimits } from "../../core/limits/rate-limits.ts";
import { createLogger } from "../../core/log.ts";
import { createApiMetrics } from "../../core/metrics.ts";

const PAGE = 20;

const COLUMNS = `l.chain_id, l.contract, l.listing_id, l.seller, l.title, l.metadata_uri,
  l.asking_price_units, l.token, t.symbol, t.decimals, l.declared_verification, l.state,
  l.availability, l.build_id, l.is_build_id_verified, l.ip_assignment_hash, l.ip_signed_at,
  l.pause_reason, l.paused_at, l.cancelled_at, l.escrow_count, l.active_offer_count,
  l.highest_offer_units, l.price_change_count, l.created_at, l.created_block,
  l.created_log_index, l.created_tx_hash, l.updated_at, l.updated_block`;

const FROM = `FROM indexed.listing l LEFT JOIN indexed.token t
  ON t.chain_id = l.chain_id AND t.address = l.token`;

const FIRST = {
  name: "first",
  text: `SELECT ${COLUMNS} ${FROM}
    ORDER BY l.created_at DESC, l.contract DESC, l.listing_id DESC LIMIT ${PAGE + 1}`,
};

const LATER = {
  name: "later",
  text: `SELECT ${COLUMNS} ${FROM} WHERE (l.created_at, l.contract, l.listing_id) < ($1, $2, $3)
    ORDER BY l.created_at DESC, l.contract DESC, l.listing_id DESC LIMIT ${PAGE + 1}`,
};

type Row = { created_at: string; contract: string; listing_id: string };

const config = loadConfig("api");
const pool = new pg.Pool({ connectionString: config.API_DATABASE_URL, max: config.API_POOL_SIZE });
const log = createLogger("yardstick", config.LOG_LEVEL);
const metrics = createApiMetrics({
  poolUse: () => ({ total: 0, idle: 0, waiting: 0, refused: 0 }),
  streamUse: () => ({ open: 0, dropped: 0 }),
});

const writes = openAppWrites(config.API_DATABASE_URL, {
  max: 1,
  processName: "yardstick",
  onIdleError: (err) => log.warn({ err }, "idle connection lost"),
});
const app = newRouter();
app.get("/bare/hello", (c) => c.json({ hello: "world" }));
installMiddleware(app, {
  log,
  metrics,
  callers: NO_CALLERS,
  traces: undefined,
  writes,
  keyUsage: { count: () => undefined },
  limits: openRateLimits({
    settings: { readsPerMinute: config.API_READS_PER_MINUTE },
    onOutage: (err) => log.warn({ err }, "Redis is out of reach"),
  }),
  settings: {
    corsOrigins: config.API_CORS_ORIGINS,
    trustedProxies: config.API_TRUSTED_PROXIES,
  },
});
app.get("/v1/hello", (c) => c.json({ hello: "world" }));
app.get("/v1/hand-written", async (c) => {
  const cursor = c.req.query("cursor");
  const { rows } = await (cursor === undefined
    ? pool.query<Row>(FIRST)
    : pool.query<Row>({ ...LATER, values: cursor.split("-") }));
  const data = rows.slice(0, PAGE);
  const last = data.at(-1);
  const next = last && `${last.created_at}-${last.contract}-${last.listing_id}`;
  return c.json({ data, nextCursor: rows.length > PAGE ? next : null });
});

const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: config.API_PORT });
await Promise.race(["SIGTERM", "SIGINT"].map((name) => once(process, name)));
server.close();
if ("closeAllConnections" in server) server.closeAllConnections();
await Promise.all([pool.end(), writes.close()]);
