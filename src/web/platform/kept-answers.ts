import { Problem } from "#domain/contract/problem.ts";
import type { AnyRoute, Input } from "#domain/contract/route.ts";
import { timeNow } from "#web/platform/clock.ts";
import { createStore } from "#web/platform/store.ts";
import { openVault } from "#web/platform/open-vault.ts";

/** Reads what was kept of an answer; null where it is not what this version of the app shows. */
export type ReadKept<T> = (kept: unknown) => T | null;

/** Fetches the reader, which brings the schema, only where an answer was kept. */
export type LoadKept<T> = () => Promise<ReadKept<T>>;

const keptPrefix = "answer/";
const patienceMilliseconds = 4_000;
/** An answer older than this says nothing about today. */
const longestKept = 36 * 60 * 60_000;

const nameOf = (path: string, input: unknown): string =>
  `${keptPrefix}${path} ${JSON.stringify(input)}`;

/** Since when what is shown is what this device kept, by the answer's name. */
const ages = createStore<ReadonlyMap<string, Date>>(new Map());

const sayAge = (name: string, at: Date | null): void => {
  if ((ages.get().get(name) ?? null) === at) return;
  const all = new Map(ages.get());
  if (at === null) all.delete(name);
  else all.set(name, at);
  ages.set(all);
};

/** When the shown answer was given, where it is not the server's of now but the one this device kept; else null. */
export const useKeptAt = <R extends AnyRoute>(contract: R, input: Input<R>): Date | null =>
  ages.use().get(nameOf(contract.path, input)) ?? null;

const isEntry = (value: unknown): value is { readonly at: number; readonly answer: unknown } =>
  typeof value === "object" &&
  value !== null &&
  "at" in value &&
  typeof value.at === "number" &&
  "answer" in value;

const keep = async (name: string, answer: unknown): Promise<void> => {
  const vault = await openVault();
  await vault?.put(name, { at: timeNow().getTime(), answer });
};

interface Kept<T> {
  readonly at: Date;
  readonly answer: T;
}

const findKept = async <T>(name: string, load: LoadKept<T>): Promise<Kept<T> | null> => {
  try {
    const vault = await openVault();
    const entry = await vault?.get(name);
    if (!isEntry(entry) || timeNow().getTime() - entry.at > longestKept) return null;
    const answer = (await load())(entry.answer);
    return answer === null ? null : { at: new Date(entry.at), answer };
  } catch {
    return null;
  }
};

const isLost = (cause: unknown): boolean =>
  cause instanceof Problem && (cause.status === 0 || [502, 503, 504].includes(cause.status));

const later = (milliseconds: number): Promise<null> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(null), milliseconds);
  });

/**
 * The server's answer, kept in the vault for when there is no network; without one, or while none comes, the one that was kept.
 * `onLate` gets an answer that came after the kept one was shown.
 */
export const answerOrKept = async <T>(asked: {
  readonly path: string;
  readonly input: unknown;
  readonly ask: () => Promise<T>;
  readonly load: LoadKept<T>;
  readonly onLate: (answer: T) => void;
}): Promise<T> => {
  const name = nameOf(asked.path, asked.input);
  const take = (answer: T): T => {
    sayAge(name, null);
    void keep(name, answer).catch(() => undefined);
    return answer;
  };
  const fall = async (): Promise<T | null> => {
    const kept = await findKept(name, asked.load);
    if (kept) sayAge(name, kept.at);
    return kept?.answer ?? null;
  };
  const coming = asked.ask();
  try {
    const first = await Promise.race([coming, later(patienceMilliseconds)]);
    if (first !== null) return take(first);
    const kept = await fall();
    if (kept === null) return take(await coming);
    void coming.then((answer) => asked.onLate(take(answer))).catch(() => undefined);
    return kept;
  } catch (cause) {
    const kept = isLost(cause) ? await fall() : null;
    if (kept === null) throw cause;
    return kept;
  }
};

/** Drops kept answers that are too old to be shown. Asked for once after opening. */
export const dropOldAnswers = async (): Promise<void> => {
  const vault = await openVault();
  for (const name of (await vault?.names(keptPrefix)) ?? []) {
    const entry = await vault?.get(name);
    if (!isEntry(entry) || timeNow().getTime() - entry.at > longestKept) await vault?.remove(name);
  }
};
