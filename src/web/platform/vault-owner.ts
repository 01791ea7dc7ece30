/** Whose work this page shows: an account in an organization, or null where nobody is known to be signed in. */
let owner: string | null = null;

export const ownerOf = (accountId: string, organizationId: string): string =>
  `${accountId} ${organizationId}`;

/** Said by whatever shows a session; everything kept on this device is kept for this owner alone. */
export const sayWhoIsHere = (name: string | null): void => {
  owner = name;
};

export const whoIsHere = (): string | null => owner;
