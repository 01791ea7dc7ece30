import { z } from "zod";

/** An e-mail address, lower case: the name of an account. */
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());
