import type { OutgoingClient, OutgoingLimits, OutgoingRequest } from "./outgoing-client.ts";

/** Statuses whose answer has no body by definition. */
const BODILESS = new Set([101, 204, 205, 304]);

/** Removed with the encoding: the body is given as it is unpacked. */
const OF_THE_WIRE = new Set(["content-encoding", "content-length", "transfer-encoding"]);

/**
 * The client in the shape of `fetch`, for libraries that take one. Bodies are text, bytes or form
 * fields; redirects are always followed by the rules of the client.
 */
export const asFetch =
  (client: Pick<OutgoingClient, "send">, limits?: Partial<OutgoingLimits>) =>
  async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    // `Request` settles what a body and headers can be given as.
    const request = new Request(input, init);
    const bytes = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
    const answer = await client.send({
      url: request.url,
      method: request.method as NonNullable<OutgoingRequest["method"]>,
      headers: Object.fromEntries(request.headers),
      body: bytes,
      signal: request.signal,
      limits,
    });
    const headers = Object.entries(answer.headers).filter(([name]) => !OF_THE_WIRE.has(name));
    const response = new Response(
      BODILESS.has(answer.status) ? null : new Uint8Array(answer.body),
      {
        status: answer.status,
        headers,
      },
    );
    Object.defineProperty(response, "url", { value: answer.url });
    return response;
  };
