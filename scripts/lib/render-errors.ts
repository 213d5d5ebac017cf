import { PROBLEMS } from "../../api/http/catalogue.ts";
import { exampleProblem } from "../../api/http/problem.ts";
import { ERRORS, type ErrorCode } from "../../core/errors.ts";

const HEADER = `# Errors

Generated from \`api/http/catalogue.ts\` and \`core/errors.ts\` by \`npm run errors\`; do not edit.

Every refusal is a problem of RFC 9457, \`application/problem+json\`. Decide by \`code\`, which never
changes its meaning; \`detail\` says what happened this time and may change its words. \`fix\` says what
to do, and \`errors\` points to each part of the request that is wrong. \`type\` leads to the entry of
the code in the API itself, \`requestId\` to the line in its log.

A code that may be retried comes with \`Retry-After\` in seconds; the same request can succeed later
without any change. No other request will.
`;

/** `docs/errors.md` as it must be. */
export function renderErrors(): string {
  const codes = Object.keys(PROBLEMS) as ErrorCode[];
  const rows = codes.map((code) => {
    const { status, title } = PROBLEMS[code];
    return `| [${code}](#${code.toLowerCase()}) | ${status} | ${title} | ${retry(code)} |`;
  });
  const table = ["| code | status | what | retry |", "|---|---|---|---|", ...rows, ""];
  return [HEADER, ...table, ...codes.map(renderCode)].join("\n");
}

function retry(code: ErrorCode): string {
  return ERRORS[code].isRetryable ? "yes" : "no";
}

function renderCode(code: ErrorCode): string {
  const { status, title, meaning, fix, example } = PROBLEMS[code];
  return `## ${code}

${title}: status ${status}, retry: ${retry(code)}.

**Meaning.** ${meaning}

**Fix.** ${fix}

**Example.** \`${example.request}\`

\`\`\`json
${JSON.stringify(exampleProblem(code), null, 2)}
\`\`\`
`;
}
