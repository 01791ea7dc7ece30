/** The names that `vault-store.ts` gives its things; this part stands alone because every app must be able to lock. */
export const vaultName = "stepwell-vault";
export const openKeyName = "open";

const ownerIn = (key: unknown): unknown =>
  typeof key === "object" && key !== null && "owner" in key ? key.owner : undefined;

/**
 * Takes the key away: at signing out, at the end of the idle time, and when somebody else signs in (`unlessOf`: the owner whose
 * key may stay). What is kept stays locked until its owner is back.
 */
export const lockVault = (unlessOf?: string): Promise<void> =>
  new Promise((resolve) => {
    if (!("indexedDB" in globalThis)) return resolve();
    const request = indexedDB.open(vaultName);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve();
    request.onsuccess = () => {
      const database = request.result;
      const transaction = database.transaction("keys", "readwrite");
      const keys = transaction.objectStore("keys");
      const found = keys.get(openKeyName);
      found.onsuccess = () => {
        if (unlessOf === undefined || ownerIn(found.result) !== unlessOf) keys.delete(openKeyName);
      };
      transaction.oncomplete = transaction.onabort = () => {
        database.close();
        resolve();
      };
    };
  });
