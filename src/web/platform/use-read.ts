import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from "@tanstack/react-query";
import { useEffect } from "react";
import type { Problem } from "#domain/contract/problem.ts";
import type { AnyRoute, Input, Output } from "#domain/contract/route.ts";
import { call } from "#web/platform/call.ts";
import { answerOrKept, type LoadKept } from "#web/platform/kept-answers.ts";
import { readAllPages, type PageAnswer } from "#web/platform/read-all-pages.ts";

export interface ReadOptions<Answer = never> {
  readonly enabled?: boolean;
  /** Further kinds of records whose change makes this answer old, besides the contract's own noun. */
  readonly alsoOn?: readonly string[];
  /** Shows the answer before while a changed input loads: for lists that are being filtered. */
  readonly keepWhileLoading?: boolean;
  /** Asks again every so many seconds, for things that no live update tells. */
  readonly everySeconds?: number;
  readonly quiet?: boolean;
  /** Keeps the answer on this device, encrypted, and shows it where there is no network. The reader checks what was kept. */
  readonly keep?: LoadKept<Answer>;
}

/** The noun a contract is about: the first half of its audit verb. */
export const nounOf = (contract: AnyRoute): string => contract.audit.verb.split(".", 1)[0] ?? "";

const metaOf = (contract: AnyRoute, options: Pick<ReadOptions, "alsoOn">) => ({
  kinds: [nounOf(contract), ...(options.alsoOn ?? [])],
});

export type Read<T> = UseQueryResult<T, Problem>;

/** Reads one answer of the API and keeps it fresh. Show the result with `<Loaded read={…}>`. */
export const useRead = <R extends AnyRoute>(
  contract: R,
  input: Input<R>,
  options: ReadOptions<Output<R>> = {},
): Read<Output<R>> => {
  const client = useQueryClient();
  const queryKey = [contract.path, input];
  const { keep } = options;
  return useQuery<Output<R>, Problem>({
    queryKey,
    queryFn: ({ signal }) => {
      const ask = () => call(contract, input, { signal, quiet: options.quiet ?? false });
      if (!keep) return ask();
      const onLate = (answer: Output<R>): void => void client.setQueryData(queryKey, answer);
      return answerOrKept({ path: contract.path, input, ask, load: keep, onLate });
    },
    meta: metaOf(contract, options),
    enabled: options.enabled ?? true,
    ...(options.keepWhileLoading ? { placeholderData: keepPreviousData } : {}),
    ...(options.everySeconds ? { refetchInterval: options.everySeconds * 1000 } : {}),
  });
};

export interface PagedRead<Row> {
  readonly rows: readonly Row[] | undefined;
  readonly total: number | undefined;
  readonly isPending: boolean;
  readonly error: Problem | null;
  readonly refetch: () => unknown;
  /** Loads the next page; undefined at the end. */
  readonly more: (() => void) | undefined;
  readonly isLoadingMore: boolean;
  /** How many pages are here. */
  readonly pages: number;
  /** Every row that matches, whatever is here of them; refuses where they are more than `most`. */
  readonly readAll: (most: number) => Promise<readonly Row[]>;
}

export interface PagedReadOptions extends ReadOptions {
  /** So many pages are wanted at once: as many as the address says were shown. */
  readonly pages?: number;
}

/** What one row of a list contract's answer is. */
type RowOf<R extends AnyRoute> = Output<R> extends PageAnswer<infer Row> ? Row : never;

/** Reads a list page by page, all pages so far as one list. The contract takes `cursor` and answers `{ rows, nextCursor }`. */
export const useReadPages = <R extends AnyRoute>(
  contract: R,
  input: Input<R>,
  options: PagedReadOptions = {},
): PagedRead<RowOf<R>> & { readonly first: Output<R> | undefined } => {
  const query = useInfiniteQuery({
    queryKey: [contract.path, "pages", input],
    queryFn: async ({ signal, pageParam }) =>
      (await call(
        contract,
        { ...(input as object), ...(pageParam === "" ? {} : { cursor: pageParam }) } as Input<R>,
        { signal },
      )) as PageAnswer<RowOf<R>>,
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
    meta: metaOf(contract, options),
    enabled: options.enabled ?? true,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages.length ?? 0;
  const isShort = pages > 0 && pages < (options.pages ?? 1) && !query.isPlaceholderData;
  useEffect(() => {
    if (isShort && query.hasNextPage && !query.isFetching && !query.isFetchNextPageError)
      void query.fetchNextPage();
  });
  return {
    rows: query.data?.pages.flatMap((page) => page.rows),
    // What the first page says beside its rows: sums of everything that matches.
    first: query.data?.pages[0] as Output<R> | undefined,
    total: query.data?.pages[0]?.total,
    isPending: query.isPending,
    error: query.error as Problem | null,
    refetch: query.refetch,
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    isLoadingMore: query.isFetchingNextPage,
    pages,
    readAll: (most) => readAllPages<R, RowOf<R>>(contract, input, most),
  };
};
