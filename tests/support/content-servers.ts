import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { contentIdOf } from "../../core/uploads/content-id.ts";

/** How a service that keeps content behaves. */
export type Behaviour =
  | "honest"
  /** Names what it was sent by another identifier. */
  | "names other content"
  /** Gives other bytes than it was sent. */
  | "gives other bytes"
  /** Gives the beginning of them. */
  | "gives a part"
  /** Takes everything and has nothing afterwards. */
  | "forgets"
  | "fails";

/** One server that is both, Kubo's RPC and Pinata's API with its gateway. */
export type ContentServer = {
  url: string;
  /** As settings name it among the exceptions. */
  place: string;
  behave(as: Behaviour): void;
  readonly kept: Map<string, Buffer>;
  /** Requests so far, as method and path. */
  readonly seen: string[];
  stop(): Promise<void>;
};

const OTHER = "bafkreifjjcie6lypi6ny7amxnfftagclbuxndqonfipmb64f2km2devei4";

/** Starts it on a port of its own; `token` is what Pinata's routes want to be shown. */
export async function startContentServer(token: string): Promise<ContentServer> {
  const kept = new Map<string, Buffer>();
  const seen: string[] = [];
  let behaviour: Behaviour = "honest";

  const keep = async (request: IncomingMessage) => {
    const file = await readFile(request);
    const cid = await contentIdOf(file);
    if (behaviour !== "forgets") kept.set(cid, file);
    return behaviour === "names other content" ? OTHER : cid;
  };
  const give = (cid: string): Buffer | undefined => {
    const file = kept.get(cid);
    if (behaviour === "gives other bytes") return Buffer.from("something else");
    return behaviour === "gives a part" ? file?.subarray(0, file.length / 2) : file;
  };

  const answer = async (request: IncomingMessage): Promise<[number, string | Buffer]> => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://content");
    seen.push(`${request.method} ${pathname}`);
    if (behaviour === "fails") return [503, "no"];
    const cid = searchParams.get("arg") ?? "";
    switch (`${request.method} ${pathname}`) {
      case "POST /api/v0/add":
        return [200, JSON.stringify({ Name: "file", Hash: await keep(request), Size: "1" })];
      case "POST /api/v0/cat": {
        const found = give(cid);
        return found === undefined ? [500, '{"Message":"block was not found"}'] : [200, found];
      }
      case "POST /api/v0/pin/ls":
        return kept.has(cid) ? [200, "{}"] : [500, '{"Message":"not pinned"}'];
      case "POST /api/v0/pin/rm":
        return kept.delete(cid) ? [200, "{}"] : [500, "{}"];
    }
    if (pathname.startsWith("/ipfs/")) {
      if (request.headers.authorization !== undefined) return [400, "a gateway needs no token"];
      const found = give(pathname.slice("/ipfs/".length));
      return found === undefined ? [404, "not found"] : [200, found];
    }
    if (request.headers.authorization !== `Bearer ${token}`) return [401, "{}"];
    if (pathname === "/pinning/pinFileToIPFS") {
      return [200, JSON.stringify({ IpfsHash: await keep(request), PinSize: 1 })];
    }
    if (request.method === "DELETE" && pathname.startsWith("/pinning/unpin/")) {
      return kept.delete(pathname.slice("/pinning/unpin/".length)) ? [200, "OK"] : [404, "{}"];
    }
    return [404, "no such route"];
  };

  const server = createServer((request, response) => {
    answer(request).then(
      ([status, body]) => response.writeHead(status).end(body),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const place = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${place}`,
    place,
    behave(as) {
      behaviour = as;
    },
    kept,
    seen,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** The part of a multipart body that is called `file`. */
async function readFile(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const form = await new Response(new Uint8Array(Buffer.concat(chunks)), {
    headers: { "content-type": request.headers["content-type"] ?? "" },
  }).formData();
  const file = form.get("file");
  if (!(file instanceof Blob)) throw new Error("there is no file");
  return Buffer.from(await file.arrayBuffer());
}
