import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { Scalar } from "@scalar/hono-api-reference";
import { secureHeaders } from "hono/secure-headers";
import type { Router } from "./http/router.ts";
import { GUIDES, type Guide, readGuide, renderLlmsFull, renderLlmsIndex } from "./llms.ts";
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
  registerTexts(app, document);
  // Whoever opens the bare address in a browser is shown where to begin.
  app.get("/", (c) => c.redirect("/docs"));
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
      mcp: { disabled: true },
      showDeveloperTools: "never",
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

const CACHE = { "cache-control": "public, max-age=60" };

/** Serves what models and people read without a page around it: an index, the guides, all in one. */
function registerTexts(app: Router, document: ReturnType<typeof openApiOf>): void {
  const index = renderLlmsIndex(document);
  app.get("/llms.txt", (c) => c.text(index, 200, CACHE));
  app.get("/llms-full.txt", async (c) => c.text(await renderLlmsFull(document), 200, CACHE));
  for (const name of Object.keys(GUIDES) as Guide[]) {
    app.get(`/docs/${name}.md`, async (c) =>
      c.body(await readGuide(name), 200, {
        ...CACHE,
        "content-type": "text/markdown; charset=utf-8",
      }),
    );
  }
}
