import type { IPolicy } from "cockatiel";
import type pg from "pg";
import type { AgentWallet } from "../core/agent-wallet/agent-wallet.ts";
import type { Database } from "../core/db/database.ts";
import type { MailTransport } from "../core/mail/transport.ts";
import type { Chat } from "../core/operators/chat.ts";
import type { OutgoingClient } from "../core/outgoing/outgoing-client.ts";
import type { CheckSite } from "../core/site-checks/check-site.ts";
import type { SiteCheckKind, Verdict } from "../core/site-checks/rules.ts";
import type { ContentStorage } from "../core/uploads/storage/content-storage.ts";
import type { ValuationDeps } from "./processors/valuation/valuation-deps.ts";

/** What processors work with; everything from outside is behind an interface. */
export type WorkerDeps = {
  /** Writes to schema `app` as the role of the workers. */
  pool: pg.Pool;
  /** Reads of the published index. */
  database: Pick<Database, "read">;
  outgoing: OutgoingClient;
  /** Where the bytes of uploads are kept. */
  contents: Pick<ContentStorage, "remove">;
  /** Undefined where no mail goes out. */
  mail: MailTransport | undefined;
  /** How the mail server is asked. */
  mailPolicy: Pick<IPolicy, "execute">;
  /** Where operators are told; undefined where they have no chat. */
  chat: Chat | undefined;
  /** How the chat is asked. */
  chatPolicy: Pick<IPolicy, "execute">;
  /** Undefined where the agent has no key. */
  agent: AgentWallet | undefined;
  /** What webhooks are signed with; undefined where none are sent. */
  webhookKey: Buffer | undefined;
  valuations: ValuationDeps;
  /** How sites of listings are looked at; undefined where they are not. */
  sites:
    | {
        check: CheckSite;
        /** Told what each look came to. */
        onChecked(kind: SiteCheckKind, verdict: Verdict): void;
        now(): Date;
      }
    | undefined;
  settings: {
    /** Where links in mails lead, without a slash at the end. */
    publicUrl: string;
  };
};
