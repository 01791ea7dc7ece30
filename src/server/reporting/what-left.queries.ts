import { sql } from "kysely";
import type { Parsed } from "#domain/contract/route.ts";
import { privacyWatchDays } from "#domain/reporting/privacy-watch.ts";
import type { listWhatLeft as contract } from "#domain/reporting/what-left.api.ts";
import { inPages, totalOf } from "#server/db/keyset.ts";
import { didHappen } from "#server/platform/struck.queries.ts";
import { isPersonSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";

const matching = (work: Work, { basis }: Pick<Parsed<typeof contract>, "basis">) =>
  work.tx
    .selectFrom("stepwell.disclosure as told")
    .where("told.organizationId", "=", work.organizationId)
    .where("told.at", ">=", work.now.subtract({ hours: 24 * privacyWatchDays }).toString())
    .where(didHappen(work.organizationId))
    .where(isPersonSeen(work, sql`told.patient_id`, "disclosure"))
    .$if(basis !== undefined, (all) => all.where("told.basis", "=", basis ?? "consent"));

/** Newest first: ids grow with time. */
export const selectWhatLeft = (work: Work, input: Parsed<typeof contract>) =>
  inPages(
    matching(work, input)
      .innerJoin("stepwell.patient as patient", (on) =>
        on
          .on("patient.organizationId", "=", work.organizationId)
          .onRef("patient.id", "=", "told.patientId"),
      )
      .select([
        "told.id",
        "told.patientId",
        "patient.givenName",
        "patient.familyName",
        "patient.preferredName",
        "told.at",
        "told.recipient",
        "told.purpose",
        "told.basis",
        "told.actorName",
      ])
      .select(totalOf(matching(work, input))),
    { ...input, order: "desc", key: sql<string>`told.id::text`, id: sql<string>`told.id` },
  ).execute();
