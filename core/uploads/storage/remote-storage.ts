import { z } from "zod";
import { asFetch } from "../../outgoing/as-fetch.ts";
import type { OutgoingClient } from "../../outgoing/outgoing-client.ts";
import { MAX_FILE_BYTES } from "../purposes.ts";
import { type ContentStorage, StorageError } from "./content-storage.ts";

/** A file, and what a service says of it. */
const LIMITS = { totalMs: 30_000, maxBytes: MAX_FILE_BYTES + 65_536 };

type Client = Pick<OutgoingClient, "send">;

/** Asks a service; whatever is not an answer of HTTP is the storage being away. */
function asker(name: string, client: Client) {
  const send = asFetch(client, LIMITS);
  return async (url: URL, init: RequestInit): Promise<Response> => {
    try {
      return await send(url, init);
    } catch (cause) {
      throw new StorageError("unavailable", `${name} cannot be asked`, { cause });
    }
  };
}

const refusal = (name: string, { status }: Response) =>
  new StorageError("unavailable", `${name} has answered ${status}`);

/** A path below an address that may itself have one. */
const below = (base: string, path: string) => new URL(`${base.replace(/\/+$/, "")}/${path}`);

function formOf(cid: string, bytes: Uint8Array, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  // A copy, for the bytes of a Blob must be its own.
  form.set("file", new Blob([new Uint8Array(bytes)]), cid);
  return form;
}

/** @throws StorageError unless the service names what was sent as we do */
async function agree(name: string, cid: string, answer: Response, member: string): Promise<void> {
  if (answer.status !== 200) throw refusal(name, answer);
  const said = z.record(z.string(), z.unknown()).safeParse(await answer.json().catch(() => null));
  if (said.data?.[member] === cid) return;
  throw new StorageError("wrong_content", `${name} names other content than was sent to it`);
}

/**
 * Keeps content in a Kubo node by its RPC (`/api/v0`), pinned.
 *
 * @param baseUrl of the RPC, which must never be open to strangers
 */
export function kuboStorage(baseUrl: string, client: Client): ContentStorage {
  const ask = asker("kubo", client);
  const at = (command: string, query: Record<string, string>) => {
    const url = below(baseUrl, `api/v0/${command}`);
    url.search = new URLSearchParams(query).toString();
    return url;
  };
  const cut = { "cid-version": "1", "raw-leaves": "true", chunker: "size-262144" };
  return {
    name: "kubo",
    async put(cid, bytes) {
      const url = at("add", { ...cut, pin: "true", "wrap-with-directory": "false" });
      await agree(
        "kubo",
        cid,
        await ask(url, { method: "POST", body: formOf(cid, bytes) }),
        "Hash",
      );
    },
    async get(cid) {
      const answer = await ask(at("cat", { arg: cid, offline: "true" }), { method: "POST" });
      // Kubo says 500 for whatever it cannot give: nothing that was pinned is ever missing.
      if (answer.status !== 200) throw refusal("kubo", answer);
      return new Uint8Array(await answer.arrayBuffer());
    },
    async remove(cid) {
      const pins = await ask(at("pin/ls", { arg: cid, type: "recursive" }), { method: "POST" });
      // It says 500 as well for what is not pinned.
      if (pins.status === 500) return;
      if (pins.status !== 200) throw refusal("kubo", pins);
      const answer = await ask(at("pin/rm", { arg: cid }), { method: "POST" });
      if (answer.status !== 200) throw refusal("kubo", answer);
    },
  };
}

/** What a pinning service and its gateway are asked with. */
export type PinataSettings = {
  /** Of the service: `https://api.pinata.cloud`. */
  baseUrl: string;
  /** Sent as a bearer token to the service, never to the gateway. */
  token: string;
  /** Where content is read: `https://gateway.example`. */
  gatewayUrl: string;
};

/** Keeps content with a service that speaks Pinata's pinning API, and reads it from a gateway. */
export function pinataStorage(
  { baseUrl, token, gatewayUrl }: PinataSettings,
  client: Client,
): ContentStorage {
  const ask = asker("pinata", client);
  const headers = { authorization: `Bearer ${token}` };
  return {
    name: "pinata",
    async put(cid, bytes) {
      const body = formOf(cid, bytes, {
        pinataOptions: JSON.stringify({ cidVersion: 1 }),
        pinataMetadata: JSON.stringify({ name: cid }),
      });
      const url = below(baseUrl, "pinning/pinFileToIPFS");
      await agree("pinata", cid, await ask(url, { method: "POST", headers, body }), "IpfsHash");
    },
    async get(cid) {
      const answer = await ask(below(gatewayUrl, `ipfs/${cid}`), { method: "GET" });
      if (answer.status === 404) return undefined;
      if (answer.status !== 200) throw refusal("the gateway", answer);
      return new Uint8Array(await answer.arrayBuffer());
    },
    async remove(cid) {
      const answer = await ask(below(baseUrl, `pinning/unpin/${cid}`), {
        method: "DELETE",
        headers,
      });
      if (answer.status !== 200 && answer.status !== 404) throw refusal("pinata", answer);
    },
  };
}
