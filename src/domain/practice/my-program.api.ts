import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { usAddressSchema } from "#domain/basics/us-address.ts";
import { route } from "#domain/contract/route.ts";

/** What a patient may know of the program they belong to. Light on purpose: the patient app carries it. */
export const readMyProgram = route({
  method: "GET",
  path: "/my/program",
  summary: "The program of the signed-in patient: its crisis line and its sites",
  permission: "my-program:read",
  purpose: "treatment",
  audit: { verb: "my-program.read", subjects: "none" },
  input: z.object({}),
  output: z.object({
    name: z.string(),
    crisisPhone: z.string().nullable(),
    sites: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        address: usAddressSchema,
        phone: z.string().nullable(),
        /** IANA name; the wall of the site decides what "today" is. */
        zone: z.string(),
      }),
    ),
  }),
});
