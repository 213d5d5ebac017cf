export type StreamMessage = { id: string; event: string; data: string };

/** What a client of server-sent events knows (HTML Living Standard, section 9.2). */
export type EventStream = {
  readonly messages: StreamMessage[];
  readonly comments: string[];
  /** What it would send as `Last-Event-ID`. */
  lastEventId(): string | undefined;
  /** Resolves when the server has ended the stream, or the connection is lost. */
  readonly ended: Promise<void>;
};

/** Reads a response as a browser's EventSource does; ends with the response. */
export function readEventStream(response: Response, lastHeard?: string): EventStream {
  const messages: StreamMessage[] = [];
  const comments: string[] = [];
  let lastEventId = lastHeard;

  const dispatch = (block: string) => {
    let event = "message";
    const data: string[] = [];
    for (const line of block.split("\n")) {
      const [, name = "", value = ""] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
      if (line.startsWith(":")) comments.push(line.slice(1).trim());
      else if (name === "id") lastEventId = value;
      else if (name === "event") event = value;
      else if (name === "data") data.push(value);
    }
    if (data.length === 0) return;
    messages.push({ id: lastEventId ?? "", event, data: data.join("\n") });
  };

  const ended = (async () => {
    let rest = "";
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) {
        const blocks = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
        rest = blocks.pop() ?? "";
        for (const block of blocks) dispatch(block);
      }
    } catch {
      // A connection that breaks ends the stream as well.
    }
  })();

  return { messages, comments, lastEventId: () => lastEventId, ended };
}

/** Sequences that a stream of changes has brought, in order. */
export const idsOf = ({ messages }: EventStream) => messages.map(({ id }) => Number(id));
