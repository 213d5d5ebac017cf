type Page<Item> = {
  data: Item[];
  page: { nextAfter?: number; hasMore: boolean };
  head?: { sequence: number; hash: string };
};

/**
 * Reads the whole record of estimates from an API, page by page.
 *
 * @param api address without a path
 * @throws when the API does not answer as it should
 */
export async function fetchRecord(api: string): Promise<unknown> {
  // The end first: what is added while we read is left out.
  const { head } = await ask<Page<unknown>>(api, "/v1/valuations/record?limit=1");
  const entries = await all<{ sequence: number }>(api, "/v1/valuations/record");
  const outcomes = await all<{ recordEnd: number }>(api, "/v1/valuations/record/outcomes");
  const roots: { day: string; root: string; entries: number }[] = [];
  for (let after = ""; ; ) {
    const { data, page } = await ask<Page<(typeof roots)[number]>>(
      api,
      `/v1/valuations/record/days?limit=500${after}`,
    );
    roots.push(...data.map(({ day, root, entries: count }) => ({ day, root, entries: count })));
    if (!page.hasMore) break;
    after = `&after=${data.at(-1)?.day}`;
  }
  const end = head?.sequence ?? 0;
  return {
    head,
    entries: entries.filter(({ sequence }) => sequence <= end),
    roots,
    outcomes: outcomes.filter(({ recordEnd }) => recordEnd <= end),
  };
}

async function all<Item>(api: string, path: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let after = 0; ; ) {
    const { data, page } = await ask<Page<Item>>(api, `${path}?limit=500&after=${after}`);
    items.push(...data);
    if (!page.hasMore || page.nextAfter === undefined) return items;
    after = page.nextAfter;
  }
}

/**
 * Asks an API.
 *
 * @throws with the status and the beginning of the answer when it is no success
 */
export async function ask<Answer>(api: string, path: string): Promise<Answer> {
  const answer = await fetch(new URL(path, api));
  if (!answer.ok) {
    const text = (await answer.text()).slice(0, 200);
    throw new Error(`${path} was answered with ${answer.status}: ${text}`);
  }
  return (await answer.json()) as Answer;
}
