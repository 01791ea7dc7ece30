import { z } from "zod";

/** Ids are UUIDv7: made by the server, or by a device that works offline. */
export const idSchema = z.uuid();

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a lower-case UUID; the one guard before an id is written into the text of a statement. */
export const isId = (value: string): boolean => uuidPattern.test(value);
