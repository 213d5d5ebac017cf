import { Hono } from "hono";

/** Ponder wants an API file; the yardstick serves nothing. */
export default new Hono();
