import type { UsAddress } from "#domain/basics/us-address.ts";

const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(", ");

/** `88 Mill Race Road, Second floor` */
export const sayStreet = ({ street, unit }: UsAddress): string => joined([street, unit]);

/** `88 Mill Race Road, Second floor, Portland, OR 97209` */
export const sayAddress = ({ street, unit, city, state, postalCode }: UsAddress): string =>
  joined([street, unit, city, `${state} ${postalCode}`]);
