import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { route } from "#domain/contract/route.ts";

/**
 * Hands the person who is signed in the key under which this device keeps what they type. It is one for an account in an
 * organization, so that what was kept opens again after signing in again; it is never kept with an answer nor logged.
 */
export const openVaultKey = route({
  method: "POST",
  path: "/session/vault-key",
  summary:
    "The key that locks what this device keeps of one's own work, for as long as one is signed in",
  permission: "signed-in",
  purpose: "own-account",
  fleeting: true,
  audit: { verb: "session.open-vault", subjects: "none" },
  input: z.object({}),
  output: z.object({
    accountId: idSchema,
    organizationId: idSchema,
    /** 256 bits, base64url. */
    secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    expiresAt: instantSchema,
    idleMinutes: z.int(),
  }),
});
