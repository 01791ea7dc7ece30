import { useQueryClient } from "@tanstack/react-query";
import { followsAny } from "#web/platform/use-act.ts";

/** Asks anew for everything that depends on this kind of record: where the server says that there is a newer one. */
export const useRefresh = (kind: string): (() => Promise<void>) => {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({ predicate: ({ meta }) => followsAny(meta, new Set([kind])) });
};
