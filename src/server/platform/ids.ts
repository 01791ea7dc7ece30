import { randomFillSync } from "node:crypto";

/** Random bytes for so many ids are fetched at once: asking for sixteen of them costs as much as asking for thousands. */
const idsAtOnce = 256;
const randomBytesPerId = 10;
const random = Buffer.alloc(idsAtOnce * randomBytesPerId);
let used = random.length;

/**
 * A UUIDv7 (RFC 9562 5.7): 48 bits of Unix milliseconds, then 74 random bits, so that ids grow with time
 * and indexes stay dense.
 */
export const newId = (): string => {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  const start = used;
  used += randomBytesPerId;
  random[start] = 0x70 | ((random[start] ?? 0) & 0x0f);
  random[start + 2] = 0x80 | ((random[start + 2] ?? 0) & 0x3f);
  const time = Date.now().toString(16).padStart(12, "0");
  const rest = random.toString("hex", start, used);
  return `${time.slice(0, 8)}-${time.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;
};
