import { openVaultKey } from "#domain/access/vault-key.api.ts";
import { Problem } from "#domain/contract/problem.ts";
import { call } from "#web/platform/call.ts";
import { lastInput } from "#web/platform/last-input.ts";
import { ownerOf, whoIsHere } from "#web/platform/vault-owner.ts";
import { keysOf, markOf, seal, unseal } from "#web/platform/vault-seal.ts";
import {
  dropEntriesBefore,
  openVaultDatabase,
  readOpenKey,
  removeOpenKey,
  writeOpenKey,
  type OpenKey,
  type VaultDatabase,
} from "#web/platform/vault-store.ts";

/**
 * What this device keeps for the person who is signed in, encrypted. Every act is refused with `VaultLocked` once they signed
 * out, left the device alone for too long, or somebody else signed in, in whichever window.
 */
export interface Vault {
  readonly put: (name: string, value: unknown) => Promise<void>;
  /** Undefined where nothing is kept under this name. What is answered may be of an older copy: parse it. */
  readonly get: (name: string) => Promise<unknown>;
  readonly names: (prefix: string) => Promise<readonly string[]>;
  readonly remove: (name: string) => Promise<void>;
}

export class VaultLocked extends Error {}

/** Kept so long for somebody who does not come back; the server has what reached it. */
const keptMilliseconds = 14 * 24 * 60 * 60_000;

/** A clock that is set right may go back a little; one that was set back by hand stays locked. */
const clockSlackMilliseconds = 5 * 60_000;

/** The key outlives the page, so that a reload without a network opens again, but not the session nor its idle time. */
const isAlive = (key: OpenKey, now: number): boolean =>
  now >= key.openedAt - clockSlackMilliseconds &&
  now < key.expiresAt &&
  now < Math.max(key.openedAt, lastInput()) + key.idleMilliseconds;

const useKey = async (database: VaultDatabase, owner: string): Promise<OpenKey> => {
  const key = await readOpenKey(database);
  if (key?.owner === owner && isAlive(key, Date.now())) return key;
  throw new VaultLocked("nobody is signed in whose work this is");
};

const vaultOf = (database: VaultDatabase, owner: string): Vault => ({
  put: async (name, value) => {
    const key = await useKey(database, owner);
    const mark = await markOf(key, name);
    const place = `${owner} ${mark}`;
    await database.put("entries", {
      owner,
      mark,
      name: await seal(key, name, `${place} name`),
      value: await seal(key, JSON.stringify(value ?? null), place),
      keptAt: Date.now(),
    });
  },
  get: async (name) => {
    const key = await useKey(database, owner);
    const mark = await markOf(key, name);
    const entry = await database.get("entries", [owner, mark]);
    const text = entry && (await unseal(key, entry.value, `${owner} ${mark}`));
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  },
  names: async (prefix) => {
    const key = await useKey(database, owner);
    const entries = await database.getAllFromIndex("entries", "owner", owner);
    const names = await Promise.all(
      entries.map(({ mark, name }) => unseal(key, name, `${owner} ${mark} name`)),
    );
    return names.filter((name) => name !== undefined).filter((name) => name.startsWith(prefix));
  },
  remove: async (name) => {
    const key = await useKey(database, owner);
    await database.delete("entries", [owner, await markOf(key, name)]);
  },
});

/** Asks the server for the key. Null where nobody is signed in; `kept` where there is no network to ask over. */
const askForKey = async (
  database: VaultDatabase,
  kept: OpenKey | undefined,
): Promise<OpenKey | null> => {
  try {
    const answer = await call(openVaultKey, {}, { quiet: true });
    const key: OpenKey = {
      ...(await keysOf(answer.secret)),
      owner: ownerOf(answer.accountId, answer.organizationId),
      openedAt: Date.now(),
      expiresAt: new Date(answer.expiresAt).getTime(),
      idleMilliseconds: answer.idleMinutes * 60_000,
    };
    await writeOpenKey(database, key);
    await dropEntriesBefore(database, Date.now() - keptMilliseconds);
    return key;
  } catch (problem) {
    if (problem instanceof Problem && problem.code === "signed-out") await removeOpenKey(database);
    const hasNoAnswer =
      !(problem instanceof Problem) || problem.status === 0 || problem.status >= 500;
    return hasNoAnswer ? (kept ?? null) : null;
  }
};

const openOnce = async (): Promise<Vault | null> => {
  const database = await openVaultDatabase();
  if (database === null) return null;
  const here = whoIsHere();
  const found = await readOpenKey(database);
  const isGood = found !== undefined && isAlive(found, Date.now());
  const kept = isGood && (here === null || found.owner === here) ? found : undefined;
  if (found !== undefined && kept === undefined) await removeOpenKey(database);
  const key = kept !== undefined && here !== null ? kept : await askForKey(database, kept);
  // Somebody else signed in in another window: nothing of this page may land among their work.
  if (key === null || (here !== null && key.owner !== here)) return null;
  return vaultOf(database, key.owner);
};

let opening: Promise<Vault | null> | null = null;

/** The vault of whoever is signed in; null where nobody is, or where the browser has none to give. Cheap to call again. */
export const openVault = (): Promise<Vault | null> => {
  opening ??= openOnce().finally(() => {
    opening = null;
  });
  return opening;
};
