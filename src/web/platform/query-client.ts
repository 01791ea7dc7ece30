import { QueryClient } from "@tanstack/react-query";
import { Problem } from "#domain/contract/problem.ts";

const worthAnotherTry = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof Problem && (error.status === 0 || error.status === 503);

/** Reads stay fresh for half a minute; live updates tell earlier when something changed. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: worthAnotherTry,
        networkMode: "always",
        // What failed for want of a network; what is there is kept fresh by the live updates.
        refetchOnReconnect: ({ state }) => state.status === "error",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
