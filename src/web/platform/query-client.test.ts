import { onlineManager, QueryObserver } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";
import { Problem } from "#domain/contract/problem.ts";
import { createQueryClient } from "#web/platform/query-client.ts";

afterEach(() => onlineManager.setOnline(true));

test("what could not be loaded without a network is loaded once it is back, and nobody presses anything", async () => {
  const client = createQueryClient();
  client.mount();
  let hasNetwork = false;
  let asked = 0;
  const ask = async (): Promise<string> => {
    asked += 1;
    if (!hasNetwork) throw new Problem("not-found", 404);
    return "here";
  };
  const observer = new QueryObserver(client, { queryKey: ["places"], queryFn: ask });
  const stop = observer.subscribe(() => {});
  onlineManager.setOnline(false);
  await vi.waitFor(() => expect(observer.getCurrentResult().isError).toBe(true));
  hasNetwork = true;
  onlineManager.setOnline(true);
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe("here"));
  expect(asked).toBe(2);
  stop();
  client.unmount();
});
