import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { optionalNpiSchema } from "#domain/basics/npi.ts";
import { optionalPhoneSchema } from "#domain/basics/phone.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { usAddressSchema } from "#domain/basics/us-address.ts";
import { zoneSchema } from "#domain/basics/zone.ts";
import { recordSchema } from "#domain/practice/record-state.ts";

/** What people say of a site. Its zone decides what day and hour it is there: service dates and weeks are the site's. */
export const siteFacts = z.object({
  name: lineSchema(80),
  zone: zoneSchema,
  npi: optionalNpiSchema,
  address: usAddressSchema,
  phone: optionalPhoneSchema,
  crisisPhone: optionalPhoneSchema,
});

export const siteSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    zone: z.string(),
    npi: z.string().nullable(),
    address: usAddressSchema,
    phone: z.string().nullable(),
    crisisPhone: z.string().nullable(),
    /** Rooms in use here, and active staff based here. */
    roomCount: z.int(),
    staffCount: z.int(),
    ...recordSchema.shape,
  })
  .meta({ id: "Site" });
export type Site = z.output<typeof siteSchema>;

/** What stands against retiring a site: rooms still in use there and people still based there. Null when nothing does. */
export const siteInUse = (
  site: Pick<Site, "roomCount" | "staffCount">,
): { rooms: number; staff: number } | null =>
  site.roomCount === 0 && site.staffCount === 0
    ? null
    : { rooms: site.roomCount, staff: site.staffCount };
