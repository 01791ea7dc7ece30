// Keeps the shell of an app for when there is no network. It never keeps answers of the API.

/**
 * Written in by the build: a name that changes with the files, the files each app starts with, and the others that its
 * screens may ask for.
 */
declare const VERSION_OF_THE_FILES: string;
declare const FILES_OF_THE_PAGES: Readonly<Record<"staff" | "patient", readonly string[]>>;
declare const FURTHER_FILES: Readonly<Record<"staff" | "patient", readonly string[]>>;

interface LifeEvent extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface AskEvent extends Event {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: {
    (type: "install" | "activate" | "message", listener: (event: LifeEvent) => void): void;
    (type: "fetch", listener: (event: AskEvent) => void): void;
  };
}

const scope = self as unknown as WorkerScope;
const app = new URL(scope.registration.scope).pathname.startsWith("/my") ? "patient" : "staff";
const files = FILES_OF_THE_PAGES[app];
const page = files[0] ?? "/";

const keepFiles = async (): Promise<void> => {
  const cache = await caches.open(VERSION_OF_THE_FILES);
  await cache.addAll([...files]);
  await scope.skipWaiting();
};

/** The screens that were not opened yet, so that they open without a network too. One after the other: somebody is working. */
const keepTheRest = async (): Promise<void> => {
  const cache = await caches.open(VERSION_OF_THE_FILES);
  for (const file of FURTHER_FILES[app])
    if (!(await cache.match(file))) await cache.add(file).catch(() => undefined);
};

const dropOlder = async (): Promise<void> => {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name !== VERSION_OF_THE_FILES).map((name) => caches.delete(name)),
  );
  await scope.clients.claim();
};

/** Behind a proxy a server that is gone still answers; so does a network that leads nowhere, after minutes. */
const isGone = ({ status }: Response): boolean => status >= 502 && status <= 504;
const patienceMilliseconds = 4_000;

const pageFromNetwork = async (request: Request): Promise<Response> => {
  const kept = await caches.match(page);
  try {
    const signal = kept ? AbortSignal.timeout(patienceMilliseconds) : null;
    const answer = await fetch(request, { signal });
    return kept && isGone(answer) ? kept : answer;
  } catch {
    return kept ?? Response.error();
  }
};

const keep = async (request: Request, answer: Response): Promise<void> => {
  const cache = await caches.open(VERSION_OF_THE_FILES);
  await cache.put(request, answer);
};

const fileFromDevice = async (request: Request): Promise<Response> => {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  // A device that is full opens the screen all the same.
  if (answer.ok) await keep(request, answer.clone()).catch(() => undefined);
  return answer;
};

scope.addEventListener("install", (event) => event.waitUntil(keepFiles()));
scope.addEventListener("activate", (event) => event.waitUntil(dropOlder()));
scope.addEventListener("message", (event) => event.waitUntil(keepTheRest()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(pageFromNetwork(request));
  else if (pathname.startsWith("/assets/")) event.respondWith(fileFromDevice(request));
});
