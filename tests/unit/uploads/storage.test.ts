import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type OutgoingClient,
  openOutgoingClient,
  targetsWith,
} from "../../../core/outgoing/outgoing-client.ts";
import { contentIdOf } from "../../../core/uploads/content-id.ts";
import type { ContentStorage } from "../../../core/uploads/storage/content-storage.ts";
import { openStorage } from "../../../core/uploads/storage/open-storage.ts";
import { type ContentServer, startContentServer } from "../../support/content-servers.ts";

const TOKEN = "test-token";

let server: ContentServer;
let client: OutgoingClient;
let folder: string;
let storages: Record<"disk" | "kubo" | "pinata", ContentStorage>;

beforeAll(async () => {
  server = await startContentServer(TOKEN);
  client = openOutgoingClient(targetsWith([server.place]));
  folder = await mkdtemp(join(tmpdir(), "valyra-storage-"));
  const base = { UPLOADS_FOLDER: folder };
  storages = {
    disk: openStorage(base, client),
    kubo: openStorage({ ...base, UPLOADS_KUBO_URL: `${server.url}/` }, client),
    pinata: openStorage(
      {
        ...base,
        UPLOADS_PINATA_URL: server.url,
        UPLOADS_PINATA_TOKEN: TOKEN,
        UPLOADS_GATEWAY_URL: server.url,
      },
      client,
    ),
  };
});
beforeEach(() => server.behave("honest"));
afterAll(async () => {
  await client.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const REMOTE = ["kubo", "pinata"] as const;
const some = async (length = 4_000) => {
  const bytes = randomBytes(length);
  return { bytes, cid: await contentIdOf(bytes) };
};

describe.each(["disk", ...REMOTE] as const)("storage on %s", (name) => {
  test("keeps what it is given, gives it back and forgets it when told so [1.39]", async () => {
    const storage = storages[name];
    expect(storage.name).toBe(name);
    const { bytes, cid } = await some(300_000);
    await storage.put(cid, bytes);
    await storage.put(cid, bytes);
    expect(Buffer.compare(Buffer.from((await storage.get(cid)) ?? []), bytes)).toBe(0);
    await storage.remove(cid);
    await storage.remove(cid);
    if (name === "kubo") {
      await expect(storage.get(cid)).rejects.toMatchObject({ failure: "unavailable" });
    } else {
      expect(await storage.get(cid)).toBeUndefined();
    }
  });
});

describe.each(REMOTE)("%s that lies", (name) => {
  test.each(["names other content", "gives other bytes", "gives a part"] as const)(
    "and %s is not believed (UP-1)",
    async (behaviour) => {
      server.behave(behaviour);
      const { bytes, cid } = await some();
      await expect(storages[name].put(cid, bytes)).rejects.toMatchObject({
        name: "StorageError",
        failure: "wrong_content",
      });
    },
  );

  test("afterwards is found out when the content is read (UP-1)", async () => {
    const { bytes, cid } = await some();
    await storages[name].put(cid, bytes);
    server.behave("gives other bytes");
    await expect(storages[name].get(cid)).rejects.toMatchObject({ failure: "wrong_content" });
  });

  test.each(["forgets", "fails"] as const)("or %s has kept nothing", async (behaviour) => {
    server.behave(behaviour);
    const { bytes, cid } = await some();
    await expect(storages[name].put(cid, bytes)).rejects.toMatchObject({ name: "StorageError" });
  });
});

test("a file that was changed on disk is not given out, and half a file is never there", async () => {
  const { bytes, cid } = await some();
  await storages.disk.put(cid, bytes);
  const place = join(folder, "content", cid.slice(-2));
  expect(await readdir(place)).toEqual([cid]);
  expect(await readFile(join(place, cid))).toEqual(bytes);
  await writeFile(join(place, cid), "changed");
  await expect(storages.disk.get(cid)).rejects.toMatchObject({ failure: "wrong_content" });
  await expect(storages.disk.get("../../etc/passwd")).rejects.toMatchObject({
    name: "StorageError",
  });
});

test("a storage on an address that no setting has named is not asked", async () => {
  const strict = openOutgoingClient();
  const before = server.seen.length;
  const storage = openStorage({ UPLOADS_FOLDER: folder, UPLOADS_KUBO_URL: server.url }, strict);
  const { bytes, cid } = await some(10);
  await expect(storage.put(cid, bytes)).rejects.toMatchObject({ failure: "unavailable" });
  expect(server.seen.length).toBe(before);
  await strict.close();
});
