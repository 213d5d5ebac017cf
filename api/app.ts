import type { ApiDeps } from "./deps.ts";
import { registerDocs } from "./docs.ts";
import { answerAgain } from "./http/answer.ts";
import type { ApiEnv } from "./http/env.ts";
import { newRouter, type Router } from "./http/router.ts";
import { registerMcp } from "./mcp/register-mcp.ts";
import { installMiddleware } from "./middleware/install.ts";
import { shortcut } from "./middleware/shortcut.ts";
import { registerRoutes } from "./routes/index.ts";

/** Builds the API: middleware from the outside in, routes, and what happens beside them. */
export function createApp(deps: ApiDeps): Router {
  const app = newRouter();
  installMiddleware(app, deps);
  app.use("/v1/*", answerAgain(deps));
  registerRoutes(app, deps);
  registerDocs(app);
  registerMcp(app, deps);
  takeShortcut(app, deps);
  return app;
}

/** Lets what is kept be answered before everything else. */
function takeShortcut(app: Router, deps: ApiDeps): void {
  const [answerAtOnce, { fetch }] = [shortcut(deps), app];
  app.fetch = (request, env, context) => {
    const chain = () => fetch(request, env, context);
    // Whoever calls the app gives it what a server would, or nothing.
    const answer = answerAtOnce(request, env as ApiEnv["Bindings"]);
    if (answer instanceof Promise) return answer.then((found) => found ?? chain());
    return answer ?? chain();
  };
}
