let current = crypto.randomUUID() as string;

/**
 * The id of this look at this screen. Reads send it, so that the audit trail counts a refetch as the
 * same look and not as another.
 */
export const visitId = (): string => current;

/** A new look begins: called when the address of the screen changes. */
export const beginVisit = (): void => {
  current = crypto.randomUUID();
};
