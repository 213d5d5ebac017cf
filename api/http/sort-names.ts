/** Names of the sorts of a resource, the default first. */
export function sortNames<SortName extends string>({
  source,
  defaultSort,
}: {
  source: { sorts: Readonly<Record<SortName, unknown>> };
  defaultSort: SortName;
}): [SortName, ...SortName[]] {
  const others = (Object.keys(source.sorts) as SortName[]).filter((name) => name !== defaultSort);
  return [defaultSort, ...others];
}
