/** What is asked of the bundler about its modules. */
interface Reader {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

const withWhatItImports = (first: string, context: Reader): ReadonlySet<string> => {
  const seen = new Set<string>([first]);
  for (const id of seen)
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) seen.add(imported);
  return seen;
};

/** `staff-door` and `staff` are pages of the same app. */
const appOf = (name: string): string => name.split("-", 1)[0] ?? name;

/**
 * Puts what pages start with into few files: a browser asks a server for six at a time, and on a telephone each asking takes
 * longer than the code of a dozen modules. `pages` are the first modules by name. What pages of
 * several apps start with is one file, the ground; what the pages of one app share, and what one starts with, are others. What is asked for later never comes along.
 */
export const firstFiles = (
  pages: Readonly<Record<string, string>>,
): ((id: string, context: Reader) => string | null) => {
  let reached: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  const entries = new Set(Object.values(pages));
  return (id, context) => {
    if (entries.has(id)) return null;
    reached ??= new Map(
      Object.entries(pages).map(([name, first]) => [name, withWhatItImports(first, context)]),
    );
    const names = [...reached].filter(([, all]) => all.has(id)).map(([name]) => name);
    const [first, ...others] = names;
    if (first === undefined) return null;
    if (others.length === 0) return `${first}-first`;
    const app = appOf(first);
    return others.every((name) => appOf(name) === app) ? `${app}-ground` : "ground";
  };
};
