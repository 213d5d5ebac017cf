/** Code blocks of a Markdown document in one language, in their order. */
export function codeBlocks(markdown: string, language: string): string[] {
  const blocks = markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...blocks].flatMap(([, tag, code = ""]) => (tag === language ? [code] : []));
}

/** Addresses that a document asks the API of the demo for, as paths. */
export function askedPaths(markdown: string): string[] {
  const commands = markdown.matchAll(/^curl '?http:\/\/127\.0\.0\.1:4000(\/[^\s']*)/gm);
  return [...commands].map(([, path = ""]) => path);
}
