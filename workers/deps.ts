import type { IPolicy } from "cockatiel";
import type pg from "pg";
import type { Database } from "../core/db/database.ts";
import type { MailTransport } from "../core/mail/transport.ts";
import type { OutgoingClient } from "../core/outgoing/outgoing-client.ts";

/** What processors work with; everything from outside is behind an interface. */
export type WorkerDeps = {
  /** Writes to schema `app` as the role of the workers. */
  pool: pg.Pool;
  /** Reads of the published index. */
  database: Pick<Database, "read">;
  outgoing: OutgoingClient;
  /** Undefined where no mail goes out. */
  mail: MailTransport | undefined;
  /** How the mail server is asked. */
  mailPolicy: Pick<IPolicy, "execute">;
  settings: {
    /** Where links in mails lead, without a slash at the end. */
    publicUrl: string;
  };
};
