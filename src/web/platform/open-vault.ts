import type { Vault } from "#web/platform/vault.ts";

/**
 * The vault of whoever is signed in; null where nobody is, or where the browser has none to give. Cheap to call again. Its code
 * comes when it is first wanted: no screen waits for it.
 */
export const openVault = async (): Promise<Vault | null> =>
  (await import("#web/platform/vault.ts")).openVault();
