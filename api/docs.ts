import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { Scalar } from "@scalar/hono-api-reference";
import { secureHeaders } from "hono/secure-headers";
import type { Router } from "./http/router.ts";
import { openApiOf } from "./openapi.ts";

const SCRIPT_PATH = "/docs/standalone.js";

/** The page's script, as the npm package carries it: nothing is fetched from elsewhere. */
const SCRIPT_FILE = join(
  dirname(fileURLToPath(import.meta.resolve("@scalar/api-reference"))),
  "browser/standalone.js",
);

/** Serves the OpenAPI document and a page to read and try it, with no host but this one. */
export function registerDocs(app: Router): void {
  const document = openApiOf(app);
  app.get("/openapi.json", (c) => c.json(document, 200, { "cache-control": "public, max-age=60" }));
  app.use(
    "/docs",
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'unsafe-inline'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
      },
    }),
  );
  app.get(
    "/docs",
    Scalar({
      url: "/openapi.json",
      cdn: SCRIPT_PATH,
      pageTitle: "Valyra API",
      withDefaultFonts: false,
      telemetry: false,
      agent: { disabled: true },
    }),
  );
  app.get(SCRIPT_PATH, async (c) => {
    const { size } = await stat(SCRIPT_FILE);
    const body = Readable.toWeb(createReadStream(SCRIPT_FILE)) as ReadableStream;
    return c.body(body, 200, {
      "content-type": "text/javascript; charset=utf-8",
      "content-length": String(size),
      "cache-control": "public, max-age=86400",
    });
  });
}
