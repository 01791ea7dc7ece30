import { Temporal } from "temporal-polyfill";

/** When a UUIDv7 was made (RFC 9562 5.7); null for an id of another kind. */
export const timeOfId = (id: string): Temporal.Instant | null =>
  id[14] === "7"
    ? Temporal.Instant.fromEpochMilliseconds(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16))
    : null;

/** The lowest UUIDv7 of a moment: where an index on ids is entered. */
export const lowestIdAt = (instant: Temporal.Instant): string => {
  const hex = instant.epochMilliseconds.toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};
