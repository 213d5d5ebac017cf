import { db } from "ponder:api";
import schema from "ponder:schema";
import { Hono } from "hono";
import { client, graphql } from "ponder";

/** Ponder's own port: GraphQL and SQL over HTTP. The read API is a process of its own. */
const app = new Hono();

app.use("/sql/*", client({ db, schema }));
app.use("/graphql", graphql({ db, schema }));
app.get("/", (context) =>
  context.json({
    service: "valyra indexer",
    graphql: "/graphql",
    sql: "/sql/*",
    hint: "The read API runs as its own process: npm run api",
  }),
);

export default app;
