/** What a model answered once: its text, and the tokens that the provider counted. */
export type RecordedAnswer = { content: string; tokens: number };

/** A way out that asks nobody: each question gets the next answer, and then a refusal. */
export function replayAnswers(answers: readonly RecordedAnswer[]): typeof fetch {
  const left = [...answers];
  return async () => {
    const next = left.shift();
    if (next === undefined)
      return Response.json({ error: { message: "no answer" } }, { status: 400 });
    return Response.json({
      id: "recorded",
      object: "chat.completion",
      choices: [
        { index: 0, finish_reason: "stop", message: { role: "assistant", content: next.content } },
      ],
      usage: { total_tokens: next.tokens },
    });
  };
}

type Completion = {
  choices?: { message?: { content?: string | null } }[];
  usage?: { total_tokens?: number };
};

/** The real way out, which keeps what came back for a case. */
export function recordAnswers(kept: Record<string, RecordedAnswer[]>, id: string): typeof fetch {
  return async (input, init) => {
    const answer = await fetch(input, init);
    if (answer.ok) {
      const { choices, usage } = (await answer.clone().json()) as Completion;
      const content = choices?.[0]?.message?.content ?? "";
      kept[id] = [...(kept[id] ?? []), { content, tokens: usage?.total_tokens ?? 0 }];
    }
    return answer;
  };
}
