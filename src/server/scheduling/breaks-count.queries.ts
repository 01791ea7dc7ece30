import { sql, type RawBuilder } from "kysely";
import type { Work } from "#server/platform/work.ts";

/** Whether the attendance rule of a day counts breaks; null where none was in force. */
export const breaksCountOn = (
  { organizationId }: Pick<Work, "organizationId">,
  day: RawBuilder<unknown>,
): RawBuilder<boolean | null> => sql`
  (select q.breaks_count from stepwell.attendance_rule q
    where q.organization_id = ${organizationId} and q.effective_from <= ${day}
      and (q.effective_to is null or q.effective_to >= q.effective_from)
    order by q.effective_from desc limit 1)`;
