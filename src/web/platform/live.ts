import type { QueryClient } from "@tanstack/react-query";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { isGateOpen } from "#web/platform/signed-in-gate.ts";
import { followsAny } from "#web/platform/use-act.ts";

interface Change {
  readonly kind: string;
  readonly id: string;
}

const asChange = (text: string): Change | null => {
  const value: unknown = JSON.parse(text);
  return typeof value === "object" && value !== null && "kind" in value && "id" in value
    ? { kind: String(value.kind), id: String(value.id) }
    : null;
};

/** Many changes in one breath become one refetch. */
const gatherMilliseconds = 150;
const firstPauseMilliseconds = 1_000;
const longestPauseMilliseconds = 30_000;

/** Follows what others change and makes the answers on this screen fresh. Returns how to stop. */
export const followChanges = (client: QueryClient): (() => void) => {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = firstPauseMilliseconds;
  let missedSome = false;
  const kinds = new Set<string>();

  const refresh = (): void => {
    const changed = new Set(kinds);
    kinds.clear();
    // The server missed some itself, and cannot say which.
    if (changed.has("everything")) return void client.invalidateQueries();
    void client.invalidateQueries({ predicate: (query) => followsAny(query.meta, changed) });
  };
  const connect = (): void => {
    if (isGateOpen()) {
      timer = setTimeout(connect, pause);
      return;
    }
    source = new EventSource("/api/events");
    source.onopen = () => {
      pause = firstPauseMilliseconds;
      // Whatever happened while nobody listened is unknown, so everything is asked again.
      if (missedSome) void client.invalidateQueries();
      missedSome = false;
    };
    source.onmessage = (event) => {
      const change = asChange(String(event.data));
      if (!change) return;
      if (kinds.size === 0) setTimeout(refresh, gatherMilliseconds);
      kinds.add(change.kind);
    };
    source.onerror = () => {
      missedSome = true;
      source?.close();
      timer = setTimeout(connect, pause);
      pause = Math.min(pause * 2, longestPauseMilliseconds);
    };
  };
  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
};

/** Live updates for as long as the component stands. */
export const useLiveUpdates = (): void => {
  const client = useQueryClient();
  useEffect(() => followChanges(client), [client]);
};
