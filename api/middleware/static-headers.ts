import { Hono, type MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

type Options = Parameters<typeof secureHeaders>[0];

/**
 * The headers of `secureHeaders`, set before the answer is made and not on the finished one: to
 * change a finished answer costs more than everything else around a small one.
 */
export function staticSecureHeaders(options: Options): MiddlewareHandler {
  let headers: [string, string][] | undefined;
  return async (c, next) => {
    headers ??= await readHeaders(options);
    for (const [name, value] of headers) c.header(name, value);
    await next();
  };
}

/** What the middleware sets on an answer that has no headers of its own. */
async function readHeaders(options: Options): Promise<[string, string][]> {
  const app = new Hono();
  app.use(secureHeaders(options));
  app.get("/", (c) => c.body(null));
  return [...(await app.request("/")).headers];
}
