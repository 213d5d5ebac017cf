import { join } from "node:path";
import type { OutgoingClient } from "../../outgoing/outgoing-client.ts";
import { type ContentStorage, verified } from "./content-storage.ts";
import { diskStorage } from "./disk-storage.ts";
import { kuboStorage, pinataStorage } from "./remote-storage.ts";

/** Where a process keeps uploads, as its settings say. */
export type StorageSettings = {
  UPLOADS_FOLDER: string;
  UPLOADS_KUBO_URL?: string | undefined;
  UPLOADS_PINATA_URL?: string | undefined;
  UPLOADS_PINATA_TOKEN?: string | undefined;
  UPLOADS_GATEWAY_URL?: string | undefined;
};

/** Opens the one storage that the settings name: a Kubo node, a pinning service, or the folder. */
export function openStorage(
  settings: StorageSettings,
  client: Pick<OutgoingClient, "send">,
): ContentStorage {
  const { UPLOADS_KUBO_URL: kuboUrl, UPLOADS_PINATA_URL: baseUrl } = settings;
  const { UPLOADS_PINATA_TOKEN: token, UPLOADS_GATEWAY_URL: gatewayUrl } = settings;
  if (kuboUrl !== undefined) return verified(kuboStorage(kuboUrl, client));
  if (baseUrl !== undefined && token !== undefined && gatewayUrl !== undefined) {
    return verified(pinataStorage({ baseUrl, token, gatewayUrl }, client));
  }
  return verified(diskStorage(join(settings.UPLOADS_FOLDER, "content")));
}
