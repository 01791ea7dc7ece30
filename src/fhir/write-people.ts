import type { UsAddress } from "#domain/basics/us-address.ts";
import { given } from "#fhir/resource.ts";

/** A telephone of ten digits as the world writes it (E.164). */
export const telephone = (digits: string, use?: string) => ({
  system: "phone",
  value: `+1${digits}`,
  ...given("use", use),
});

export const addressOf = (address: UsAddress, use?: string) => ({
  ...given("use", use),
  line: [address.street, address.unit].filter((line) => line !== null),
  city: address.city,
  state: address.state,
  postalCode: address.postalCode,
  country: "US",
});
