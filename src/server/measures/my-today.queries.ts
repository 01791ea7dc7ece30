import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

/** One's name, and where and how the program is reached. */
export const findMe = ({ tx, organizationId }: Work, patientId: string) =>
  tx
    .selectFrom("stepwell.patient as patient")
    .innerJoin("stepwell.organization as organization", (on) =>
      on.on("organization.organizationId", "=", organizationId),
    )
    .select([
      "patient.givenName",
      "patient.preferredName",
      "organization.name as programName",
      "organization.crisisPhone",
      "organization.phone",
    ])
    .where("patient.organizationId", "=", organizationId)
    .where("patient.id", "=", patientId)
    .executeTakeFirst();

/**
 * The sessions a patient is expected at between two moments: of the series they are a member of on that day, and those
 * they were put down for one by one.
 */
export const listMySessions = (
  { tx, organizationId }: Work,
  patientId: string,
  between: { readonly from: string; readonly to: string },
) =>
  tx
    .selectFrom("stepwell.session as session")
    .innerJoin("stepwell.site as site", (on) =>
      on.on("site.organizationId", "=", organizationId).onRef("site.id", "=", "session.siteId"),
    )
    .leftJoin("stepwell.room as room", (on) =>
      on.on("room.organizationId", "=", organizationId).onRef("room.id", "=", "session.roomId"),
    )
    .select([
      "session.id",
      "session.name",
      "session.startsAt",
      "session.endsAt",
      "session.zone",
      "session.serviceDate",
      "session.hasVideo",
      "session.state",
      "session.roomId",
      "site.name as siteName",
      "site.street",
      "site.unit",
      "site.city",
      "site.state as siteState",
      "site.postalCode",
      "site.phone",
      "room.name as roomName",
    ])
    .where("session.organizationId", "=", organizationId)
    .where("session.startsAt", ">=", between.from)
    .where("session.startsAt", "<", between.to)
    .where(
      sql<boolean>`(exists (
          select 1 from stepwell.membership m
           where m.organization_id = ${organizationId} and m.patient_id = ${patientId} and m.series_id = session.series_id
             and m.withdrawn_at is null and m.starts_on <= session.service_date and (m.ends_on is null or m.ends_on >= session.service_date))
        or exists (
          select 1 from stepwell.attendance a
           where a.organization_id = ${organizationId} and a.patient_id = ${patientId} and a.session_id = session.id))`,
    )
    .orderBy("session.startsAt")
    .orderBy("session.id")
    .limit(60)
    .execute();

export type MySessionRow = Awaited<ReturnType<typeof listMySessions>>[number];
