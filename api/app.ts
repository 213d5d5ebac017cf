import type { ApiDeps } from "./deps.ts";
import { registerDocs } from "./docs.ts";
import { answerAgain } from "./http/answer.ts";
import { newRouter, type Router } from "./http/router.ts";
import { registerMcp } from "./mcp/register-mcp.ts";
import { installMiddleware } from "./middleware/install.ts";
import { registerRoutes } from "./routes/index.ts";

/** Builds the API: middleware from the outside in, routes, and what happens beside them. */
export function createApp(deps: ApiDeps): Router {
  const app = newRouter();
  installMiddleware(app, deps);
  app.use("/v1/*", answerAgain(deps));
  registerRoutes(app, deps);
  registerDocs(app);
  registerMcp(app, deps);
  return app;
}
