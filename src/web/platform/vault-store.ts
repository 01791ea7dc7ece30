import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { openKeyName, vaultName } from "#web/platform/vault-lock.ts";
import type { Sealed, VaultKeys } from "#web/platform/vault-seal.ts";

/** The keys of whoever is signed in on this device; there is never more than one. */
export interface OpenKey extends VaultKeys {
  readonly owner: string;
  readonly openedAt: number;
  readonly expiresAt: number;
  readonly idleMilliseconds: number;
}

export interface KeptEntry {
  readonly owner: string;
  readonly mark: string;
  readonly name: Sealed;
  readonly value: Sealed;
  readonly keptAt: number;
}

interface VaultSchema extends DBSchema {
  keys: { key: string; value: OpenKey };
  entries: {
    key: [string, string];
    value: KeptEntry;
    indexes: { owner: string; keptAt: number };
  };
}

export type VaultDatabase = IDBPDatabase<VaultSchema>;

let opening: Promise<VaultDatabase> | null = null;

const open = (): Promise<VaultDatabase> =>
  openDB<VaultSchema>(vaultName, 1, {
    upgrade: (database) => {
      database.createObjectStore("keys");
      const entries = database.createObjectStore("entries", { keyPath: ["owner", "mark"] });
      entries.createIndex("owner", "owner");
      entries.createIndex("keptAt", "keptAt");
    },
    terminated: () => {
      opening = null;
    },
  });

/** The browser's store, or null where it has none to give: a private window, a page without encryption. */
export const openVaultDatabase = async (): Promise<VaultDatabase | null> => {
  if (!("indexedDB" in globalThis) || !globalThis.isSecureContext) return null;
  opening ??= open();
  try {
    return await opening;
  } catch {
    opening = null;
    return null;
  }
};

export const readOpenKey = (database: VaultDatabase): Promise<OpenKey | undefined> =>
  database.get("keys", openKeyName);

export const writeOpenKey = async (database: VaultDatabase, key: OpenKey): Promise<void> => {
  await database.put("keys", key, openKeyName);
};

export const removeOpenKey = (database: VaultDatabase): Promise<void> =>
  database.delete("keys", openKeyName);

/** Drops what was kept before `time`, whoever's it is. */
export const dropEntriesBefore = async (database: VaultDatabase, time: number): Promise<void> => {
  const transaction = database.transaction("entries", "readwrite");
  const range = IDBKeyRange.upperBound(time, true);
  for await (const cursor of transaction.store.index("keptAt").iterate(range))
    await cursor.delete();
  await transaction.done;
};
