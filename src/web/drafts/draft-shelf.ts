import type { DraftFile } from "#web/drafts/draft-file.ts";
import { isDraftFile } from "#web/drafts/read-file.ts";
import { newId } from "#web/platform/new-id.ts";
import { openVault } from "#web/platform/open-vault.ts";

/** The drafts of this device in the vault, one entry for a form and a window: two windows never write over each other. */
export interface DraftShelf {
  /** False where nothing can be kept on this device. */
  readonly put: (file: DraftFile) => Promise<boolean>;
  readonly remove: (file: DraftFile) => Promise<void>;
  /** What this window left, and what windows left that are no longer open. */
  readonly left: (key: string) => Promise<readonly LeftFile[]>;
  readonly drop: (name: string) => Promise<void>;
  /** Drafts thrown away whose end the server has not heard of. */
  readonly putEnded: (id: string) => Promise<void>;
  readonly ended: () => Promise<readonly string[]>;
  readonly dropEnded: (id: string) => Promise<void>;
}

export interface LeftFile {
  readonly name: string;
  readonly isOwn: boolean;
  readonly file: DraftFile;
}

const windowKey = "stepwell.window";
const lockOf = (windowId: string): string => `stepwell-window-${windowId}`;

const holdForLife = (windowId: string): Promise<boolean> =>
  new Promise((resolve) => {
    void navigator.locks.request(lockOf(windowId), { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => undefined);
    });
  });

let ownWindow: Promise<string> | null = null;

/** A name of this window that outlives a reload, and a lock that tells other windows that it is open. */
const thisWindow = (): Promise<string> => {
  const take = async (): Promise<string> => {
    const known = sessionStorage.getItem(windowKey);
    // A copied window brings the name of the one it was copied from.
    if (known !== null && (await holdForLife(known))) return known;
    const fresh = newId();
    await holdForLife(fresh);
    sessionStorage.setItem(windowKey, fresh);
    return fresh;
  };
  ownWindow ??= take();
  return ownWindow;
};

const openWindows = async (): Promise<ReadonlySet<string>> => {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.map(({ name }) => name ?? ""));
};

export const keyOf = ({ route, form }: DraftFile["place"]): string => `${route} ${form}`;
const prefixOf = (key: string): string => `draft ${key} @`;
const endedPrefix = "draft-ended ";

const nameOf = async (file: DraftFile): Promise<string> =>
  `${prefixOf(keyOf(file.place))}${await thisWindow()}`;

const left = async (key: string): Promise<readonly LeftFile[]> => {
  const vault = await openVault();
  if (vault === null) return [];
  const [own, open, names] = await Promise.all([
    thisWindow(),
    openWindows(),
    vault.names(prefixOf(key)),
  ]);
  const files = await Promise.all(
    names.map(async (name): Promise<LeftFile[]> => {
      const windowId = name.slice(prefixOf(key).length);
      if (windowId !== own && open.has(lockOf(windowId))) return [];
      const file = await vault.get(name);
      return isDraftFile(file) ? [{ name, isOwn: windowId === own, file }] : [];
    }),
  );
  return files.flat();
};

/** Nothing that fails here may disturb whoever types: what could not be kept is told by its answer. */
const quietly = async <T>(act: () => Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await act();
  } catch {
    return otherwise;
  }
};

export const draftShelf: DraftShelf = {
  put: (file) =>
    quietly(async () => {
      const vault = await openVault();
      await vault?.put(await nameOf(file), file);
      return vault !== null;
    }, false),
  remove: (file) => quietly(async () => (await openVault())?.remove(await nameOf(file)), undefined),
  left: (key) => quietly(() => left(key), []),
  drop: (name) => quietly(async () => (await openVault())?.remove(name), undefined),
  putEnded: (id) =>
    quietly(async () => (await openVault())?.put(`${endedPrefix}${id}`, id), undefined),
  ended: () =>
    quietly(async () => {
      const vault = await openVault();
      const names = (await vault?.names(endedPrefix)) ?? [];
      return names.map((name) => name.slice(endedPrefix.length));
    }, []),
  dropEnded: (id) =>
    quietly(async () => (await openVault())?.remove(`${endedPrefix}${id}`), undefined),
};
