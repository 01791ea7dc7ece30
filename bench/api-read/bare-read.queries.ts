import { tellOne } from "../trail/bare-trail.queries.ts";

/** What the bare server reads: every column the product answers with, by the same key. */
export const readAlone = `
  select site.id, site.name, site.zone, site.npi, site.street, site.unit, site.city, site.state, site.postal_code,
         site.phone, site.crisis_phone, site.created_at, site.retired_at, site.version,
         (select count(*) from stepwell.room
           where room.organization_id = $1 and room.site_id = site.id and room.retired_at is null)::int as room_count,
         (select count(*) from stepwell.staff
           where staff.organization_id = $1 and staff.home_site_id = site.id and staff.retired_at is null)::int as staff_count
    from stepwell.site where site.organization_id = $1 and site.id = $2`;

/** Reads a site and writes its line in one statement, one round trip, one commit. */
export const readAndTell = `with told as (${tellOne}) ${readAlone}`;

export interface SiteRow {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly npi: string | null;
  readonly street: string;
  readonly unit: string | null;
  readonly city: string;
  readonly state: string;
  readonly postal_code: string;
  readonly phone: string | null;
  readonly crisis_phone: string | null;
  readonly created_at: string;
  readonly retired_at: string | null;
  readonly version: number;
  readonly room_count: number;
  readonly staff_count: number;
}
