// Keeps the shell of an app for when there is no network. It never keeps answers of the API.

/** Written in by the build: a name that changes with the files, and the files each app starts with. */
declare const VERSION_OF_THE_FILES: string;
declare const FILES_OF_THE_PAGES: Readonly<Record<"staff" | "patient", readonly string[]>>;

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
    (type: "install" | "activate", listener: (event: LifeEvent) => void): void;
    (type: "fetch", listener: (event: AskEvent) => void): void;
  };
}

const scope = self as unknown as WorkerScope;
const files =
  new URL(scope.registration.scope).pathname === "/my/"
    ? FILES_OF_THE_PAGES.patient
    : FILES_OF_THE_PAGES.staff;
const page = files[0] ?? "/";

const keepFiles = async (): Promise<void> => {
  const cache = await caches.open(VERSION_OF_THE_FILES);
  await cache.addAll([...files]);
  await scope.skipWaiting();
};

const dropOlder = async (): Promise<void> => {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name !== VERSION_OF_THE_FILES).map((name) => caches.delete(name)),
  );
  await scope.clients.claim();
};

const pageFromNetwork = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(page)) ?? Response.error();
  }
};

const fileFromDevice = async (request: Request): Promise<Response> => {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(VERSION_OF_THE_FILES)).put(request, answer.clone());
  return answer;
};

scope.addEventListener("install", (event) => event.waitUntil(keepFiles()));
scope.addEventListener("activate", (event) => event.waitUntil(dropOlder()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(pageFromNetwork(request));
  else if (pathname.startsWith("/assets/")) event.respondWith(fileFromDevice(request));
});
