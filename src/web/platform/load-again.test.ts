import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { loadAgain } from "#web/platform/load-again.ts";

const gone = new TypeError("Failed to fetch dynamically imported module: /assets/site-screen.js");

const device = { navigator: { onLine: true }, events: new EventTarget() };

beforeEach(() => {
  vi.useFakeTimers();
  device.navigator.onLine = true;
  vi.stubGlobal("navigator", device.navigator);
  vi.stubGlobal("addEventListener", device.events.addEventListener.bind(device.events));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("the code of a screen", () => {
  it("is asked for once where it comes", async () => {
    const load = vi.fn<() => Promise<string>>(async () => "screen");
    expect(await loadAgain(load)).toBe("screen");
    expect(load).toHaveBeenCalledOnce();
  });

  it("is asked for again after a breath", async () => {
    const load = vi.fn<() => Promise<string>>(async () => "screen").mockRejectedValueOnce(gone);
    const loaded = loadAgain(load);
    await vi.advanceTimersByTimeAsync(300);
    expect(load).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(200);
    expect(await loaded).toBe("screen");
    expect(load).toHaveBeenCalledTimes(2);
  });

  it("waits for the network where there is none", async () => {
    device.navigator.onLine = false;
    const load = vi.fn<() => Promise<string>>(async () => "screen").mockRejectedValueOnce(gone);
    const loaded = loadAgain(load);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(load).toHaveBeenCalledOnce();
    device.navigator.onLine = true;
    device.events.dispatchEvent(new Event("online"));
    expect(await loaded).toBe("screen");
  });

  it("says what failed where it failed twice", async () => {
    const failed = loadAgain(() => Promise.reject(gone)).catch((cause: unknown) => cause);
    await vi.advanceTimersByTimeAsync(500);
    expect(await failed).toBe(gone);
  });
});
