import type { Browser } from "@playwright/test";

/** How a page is looked at: on a desk, or on a phone of the middle class with a slow connection. */
export interface Profile {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly isMobile: boolean;
  /** Times slower than this machine. */
  readonly cpu: number;
  readonly network?: { readonly latencyMs: number; readonly bytesPerSecond: number };
}

/** Slow 4G as Lighthouse has it: 1.6 Mbit/s, and 150 ms for every request. What it takes to connect at first is not in it. */
const slow4g = { latencyMs: 150, bytesPerSecond: 1_600_000 / 8 };

export const profiles: readonly Profile[] = [
  { name: "desk", width: 1350, height: 940, isMobile: false, cpu: 1 },
  { name: "phone", width: 412, height: 823, isMobile: true, cpu: 4, network: slow4g },
];

export interface PageLoad {
  /** Largest contentful paint. */
  readonly lcpMs: number;
  /** What tasks took beyond 50 ms each, from the first paint until all was quiet. */
  readonly blockedMs: number;
  /** Bytes of scripts as they came over the wire. */
  readonly scriptKb: number;
}

// Runs in the page; its observers see what happened before they were made, too.
const observe = `
  window.bench = { lcp: 0, fcp: 0, long: [] };
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.bench.lcp = one.startTime; })
    .observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (one.name === "first-contentful-paint") window.bench.fcp = one.startTime; })
    .observe({ type: "paint", buffered: true });
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.bench.long.push([one.startTime, one.duration]); })
    .observe({ type: "longtask", buffered: true });
`;
const read = `({
  lcpMs: window.bench.lcp,
  blockedMs: window.bench.long.filter(([start]) => start >= window.bench.fcp).reduce((sum, [, took]) => sum + took - 50, 0),
})`;

const quietMs = 1000;

/** Loads a page with nothing cached and waits until it stands still. `shown` is what a person waits for. */
export const loadPage = async (
  browser: Browser,
  url: string,
  profile: Profile,
  shown: string,
): Promise<PageLoad> => {
  const { width, height, isMobile, cpu, network } = profile;
  const context = await browser.newContext({
    viewport: { width, height },
    isMobile,
    serviceWorkers: "block",
  });
  try {
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    const scripts = new Set<string>();
    let scriptBytes = 0;
    client.on("Network.responseReceived", ({ type, requestId }) => {
      if (type === "Script") scripts.add(requestId);
    });
    client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) scriptBytes += encodedDataLength;
    });
    await client.send("Network.enable");
    if (network !== undefined)
      await client.send("Network.emulateNetworkConditions", {
        offline: false,
        latency: network.latencyMs,
        downloadThroughput: network.bytesPerSecond,
        uploadThroughput: network.bytesPerSecond,
      });
    await client.send("Emulation.setCPUThrottlingRate", { rate: cpu });
    await page.addInitScript(observe);
    await page.goto(url, { waitUntil: "load" });
    await page.waitForSelector(shown);
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(quietMs);
    const seen: { lcpMs: number; blockedMs: number } = await page.evaluate(read);
    return { ...seen, scriptKb: scriptBytes / 1000 };
  } finally {
    await context.close();
  }
};
