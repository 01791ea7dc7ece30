import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

/** Where records are read: the transaction of a request, or the snapshot of an export under way. */
export type Place = Pick<Work, "tx" | "organizationId">;

/** The days that dated records are taken of; open where null. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

type Ids = readonly string[];

export const patientsOf = ({ tx, organizationId }: Place, ids: Ids) =>
  tx
    .selectFrom("stepwell.patient as p")
    .select([
      "p.id",
      "p.mrn",
      "p.givenName",
      "p.middleName",
      "p.familyName",
      "p.nameSuffix",
      "p.preferredName",
      "p.formerNames",
      "p.nicknames",
      "p.pronouns",
      "p.birthDate",
      "p.sexAtBirth",
      "p.gender",
      "p.language",
      "p.needsInterpreter",
      "p.phone",
      "p.phoneMayBeCalled",
      "p.phoneMayBeTexted",
      "p.voicemailMayBeLeft",
      "p.email",
      "p.street",
      "p.unit",
      "p.city",
      "p.state",
      "p.postalCode",
      "p.createdAt",
      "p.retiredAt",
      "p.duplicateOfId",
      "p.version",
      sql<string[]>`(select coalesce(array_agg(distinct e.label), '{}') from stepwell.enrollment e
        where e.organization_id = ${organizationId} and e.patient_id = p.id)`.as("labels"),
    ])
    .where("p.organizationId", "=", organizationId)
    .where("p.id", "in", ids)
    .orderBy("p.id")
    .execute();
export type PatientRow = Awaited<ReturnType<typeof patientsOf>>[number];

/** Ids of people after this one, in their order, with the labels of everything they were enrolled in. */
export const peopleAfter = (
  { tx, organizationId }: Place,
  after: string | null,
  limit: number,
): Promise<{ id: string; labels: string[] }[]> =>
  tx
    .selectFrom("stepwell.patient as p")
    .select([
      "p.id",
      sql<string[]>`(select coalesce(array_agg(distinct e.label), '{}') from stepwell.enrollment e
        where e.organization_id = ${organizationId} and e.patient_id = p.id)`.as("labels"),
    ])
    .where("p.organizationId", "=", organizationId)
    .$if(after !== null, (all) => all.where("p.id", ">", after))
    .orderBy("p.id")
    .limit(limit)
    .execute();

export const contactsOf = ({ tx, organizationId }: Place, ids: Ids) =>
  tx
    .selectFrom("stepwell.patientContact as c")
    .select([
      "c.id",
      "c.patientId",
      "c.name",
      "c.relation",
      "c.roles",
      "c.phone",
      "c.email",
      "c.notes",
      "c.createdAt",
      "c.retiredAt",
      "c.version",
    ])
    .where("c.organizationId", "=", organizationId)
    .where("c.patientId", "in", ids)
    .orderBy("c.id")
    .execute();

export const coveragesOf = ({ tx, organizationId }: Place, ids: Ids) =>
  tx
    .selectFrom("stepwell.coverage as c")
    .innerJoin("stepwell.payer as y", (join) =>
      join.on("y.organizationId", "=", organizationId).onRef("y.id", "=", "c.payerId"),
    )
    .select([
      "c.id",
      "c.patientId",
      "c.payerId",
      "y.name as payerName",
      "y.electronicId as payerElectronicId",
      "c.rank",
      "c.planName",
      "c.memberNumber",
      "c.groupNumber",
      "c.relationToSubscriber",
      "c.subscriberName",
      "c.subscriberGivenName",
      "c.subscriberMiddleName",
      "c.subscriberFamilyName",
      "c.subscriberSuffix",
      "c.subscriberBirthDate",
      "c.subscriberSex",
      "c.subscriberStreet",
      "c.subscriberUnit",
      "c.subscriberCity",
      "c.subscriberState",
      "c.subscriberPostalCode",
      "c.effectiveFrom",
      "c.effectiveTo",
      "c.retiredAt",
    ])
    .where("c.organizationId", "=", organizationId)
    .where("c.patientId", "in", ids)
    .orderBy("c.effectiveFrom")
    .orderBy("c.rank")
    .orderBy("c.id")
    .execute();

export const staysOf = ({ tx, organizationId }: Place, ids: Ids) =>
  tx
    .selectFrom("stepwell.enrollment as e")
    .innerJoin("stepwell.program as g", (join) =>
      join.on("g.organizationId", "=", organizationId).onRef("g.id", "=", "e.programId"),
    )
    .innerJoin("stepwell.track as t", (join) =>
      join.on("t.organizationId", "=", organizationId).onRef("t.id", "=", "e.trackId"),
    )
    .innerJoin("stepwell.levelOfCare as l", (join) =>
      join.on("l.organizationId", "=", organizationId).onRef("l.id", "=", "e.levelOfCareId"),
    )
    .select([
      "e.id",
      "e.patientId",
      "g.name as programName",
      "g.siteId",
      "t.name as trackName",
      "l.name as levelName",
      "l.code as levelCode",
      "e.label",
      "e.admittedOn",
      "e.endedOn",
      "e.endReason",
      "e.admissionType",
      "e.admissionSource",
      "e.attendingStaffId",
      "e.therapistStaffId",
    ])
    .where("e.organizationId", "=", organizationId)
    .where("e.patientId", "in", ids)
    .orderBy("e.admittedOn")
    .orderBy("e.id")
    .execute();

export const diagnosesOf = ({ tx, organizationId }: Place, ids: Ids) =>
  tx
    .selectFrom("stepwell.enrollmentDiagnosis as d")
    .select(["d.id", "d.enrollmentId", "d.code", "d.rank", "d.diagnosedOn", "d.resolvedOn"])
    .where("d.organizationId", "=", organizationId)
    .where("d.patientId", "in", ids)
    .orderBy("d.rank")
    .orderBy("d.id")
    .execute();

export const goalsOf = ({ tx, organizationId }: Place, ids: Ids) =>
  tx
    .selectFrom("stepwell.goal as g")
    .innerJoin("stepwell.enrollment as e", (join) =>
      join.on("e.organizationId", "=", organizationId).onRef("e.id", "=", "g.enrollmentId"),
    )
    .select([
      "g.id",
      "g.patientId",
      "g.enrollmentId",
      "g.number",
      "g.problem",
      "g.statement",
      "g.status",
      "g.createdAt",
      "e.label",
    ])
    .where("g.organizationId", "=", organizationId)
    .where("g.patientId", "in", ids)
    .orderBy("g.number")
    .orderBy("g.id")
    .execute();

export const objectivesOf = ({ tx, organizationId }: Place, ids: Ids) =>
  tx
    .selectFrom("stepwell.objective as o")
    .select(["o.id", "o.goalId", "o.number", "o.statement", "o.targetOn", "o.status", "o.closedOn"])
    .where("o.organizationId", "=", organizationId)
    .where("o.patientId", "in", ids)
    .orderBy("o.number")
    .orderBy("o.id")
    .execute();

export const visitsOf = ({ tx, organizationId }: Place, ids: Ids, { from, to }: Days) =>
  tx
    .selectFrom("stepwell.attendance as a")
    .innerJoin("stepwell.session as s", (join) =>
      join.on("s.organizationId", "=", organizationId).onRef("s.id", "=", "a.sessionId"),
    )
    .select([
      "a.id",
      "a.patientId",
      "a.enrollmentId",
      "s.name as sessionName",
      "s.siteId",
      "s.zone",
      "a.status",
      "a.reason",
      "a.mode",
      "a.serviceDate",
      "s.startsAt",
      "s.endsAt",
      "a.firstInAt",
      "a.lastOutAt",
      "a.scheduledMinutes",
      "a.deliveredMinutes",
      "a.creditedMinutes",
      "a.label",
    ])
    .where("a.organizationId", "=", organizationId)
    .where("a.patientId", "in", ids)
    .where("a.status", "<>", "expected")
    .$if(from !== null, (all) => all.where("a.serviceDate", ">=", from))
    .$if(to !== null, (all) => all.where("a.serviceDate", "<=", to))
    .orderBy("a.serviceDate")
    .orderBy("s.startsAt")
    .orderBy("a.id")
    .execute();

/** Whoever has this medical record number. */
export const patientOfMrn = (
  { tx, organizationId }: Place,
  mrn: string,
): Promise<{ id: string; name: string } | undefined> =>
  tx
    .selectFrom("stepwell.patient as p")
    .select(["p.id", sql<string>`p.given_name || ' ' || p.family_name`.as("name")])
    .where("p.organizationId", "=", organizationId)
    .where("p.mrn", "=", mrn)
    .executeTakeFirst();
