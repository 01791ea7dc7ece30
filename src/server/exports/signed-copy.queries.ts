import { sql } from "kysely";
import { didHappen } from "#server/platform/struck.queries.ts";
import type { Days, Place } from "#server/exports/chart-copy.queries.ts";

type Ids = readonly string[];

export const notesOf = ({ tx, organizationId }: Place, ids: Ids, { from, to }: Days) =>
  tx
    .selectFrom("stepwell.memberNote as m")
    .innerJoin("stepwell.session as s", (join) =>
      join.on("s.organizationId", "=", organizationId).onRef("s.id", "=", "m.sessionId"),
    )
    .innerJoin("stepwell.objective as o", (join) =>
      join.on("o.organizationId", "=", organizationId).onRef("o.id", "=", "m.objectiveId"),
    )
    .innerJoin("stepwell.goal as g", (join) =>
      join.on("g.organizationId", "=", organizationId).onRef("g.id", "=", "o.goalId"),
    )
    .leftJoin("stepwell.sessionNote as n", (join) =>
      join.on("n.organizationId", "=", organizationId).onRef("n.id", "=", "m.sessionNoteId"),
    )
    .select([
      "m.id",
      "m.patientId",
      "m.attendanceId",
      "m.enrollmentId",
      "s.name as sessionName",
      "s.zone",
      "m.serviceDate",
      "m.startsAt",
      "m.endsAt",
      "m.creditedMinutes",
      sql<string>`g.number || '.' || o.number`.as("objectiveCode"),
      "o.statement as objective",
      "m.participation",
      "m.response",
      "m.progress",
      "m.risk",
      "m.nextStep",
      "m.sentence",
      "n.topic",
      "n.curriculum",
      "n.interventions",
      "n.whatWeDid",
      "n.howItWent",
      "n.nextTime",
      "m.authorName",
      "m.authorStaffId",
      "m.signedAt",
      sql<string>`encode(m.content_sha256, 'hex')`.as("contentHash"),
      "m.needsCosignature",
      "m.correctsId",
      "m.correctionReason",
      sql<string | null>`(select c.id from stepwell.member_note c
        where c.organization_id = ${organizationId} and c.corrects_id = m.id)`.as("correctedById"),
      "m.label",
    ])
    .where("m.organizationId", "=", organizationId)
    .where("m.patientId", "in", ids)
    .$if(from !== null, (all) => all.where("m.serviceDate", ">=", from))
    .$if(to !== null, (all) => all.where("m.serviceDate", "<=", to))
    .orderBy("m.serviceDate")
    .orderBy("m.startsAt")
    .orderBy("m.signedAt")
    .orderBy("m.id")
    .execute();

export const noteActsOf = ({ tx, organizationId }: Place, ids: Ids) =>
  tx
    .selectFrom("stepwell.noteAct as t")
    .select([
      "t.id",
      "t.noteId",
      "t.kind",
      "t.words",
      "t.at",
      "t.actorName as by",
      "t.staffId",
      sql<string>`encode(t.content_sha256, 'hex')`.as("contentHash"),
    ])
    .where("t.organizationId", "=", organizationId)
    .where("t.patientId", "in", ids)
    .orderBy("t.at")
    .orderBy("t.id")
    .execute();

/** Answer sheets that were finished. Days are those of the organization's calendar. */
export const measuresOf = ({ tx, organizationId }: Place, ids: Ids, { from, to }: Days) => {
  const day = sql<string>`(r.completed_at at time zone (select w.zone from stepwell.organization w where w.organization_id = ${organizationId}))::date`;
  return tx
    .selectFrom("stepwell.measureResponse as r")
    .innerJoin("stepwell.measureRequest as q", (join) =>
      join.on("q.organizationId", "=", organizationId).onRef("q.id", "=", "r.requestId"),
    )
    .select([
      "r.id",
      "r.patientId",
      "r.enrollmentId",
      "r.instrument",
      "r.instrumentVersion",
      "q.dueOn",
      "r.completedAt",
      "r.answeredBy",
      "r.language",
      "r.answers",
      "r.score",
      "r.band",
      "r.notScoredBecause",
      "r.scoringVersion",
      "r.label",
    ])
    .where("r.organizationId", "=", organizationId)
    .where("r.patientId", "in", ids)
    .where("r.completedAt", "is not", null)
    .$if(from !== null, (all) => all.where(day, ">=", from))
    .$if(to !== null, (all) => all.where(day, "<=", to))
    .orderBy("r.completedAt")
    .orderBy("r.id")
    .execute();
};

export const consentsOf = ({ tx, organizationId }: Place, ids: Ids) =>
  tx
    .selectFrom("stepwell.consent as c")
    .select([
      "c.id",
      "c.patientId",
      "c.kind",
      "c.discloser",
      "c.recipientKind",
      "c.recipients",
      "c.information",
      "c.purposes",
      "c.expiresOn",
      "c.expiresAtEvent",
      "c.signedOn",
      "c.signedBy",
      "c.signerRelation",
      "c.revokedOn",
      "c.revocationReason",
      "c.createdAt",
    ])
    .where("c.organizationId", "=", organizationId)
    .where("c.patientId", "in", ids)
    .orderBy("c.id")
    .execute();

export const disclosuresOf = ({ tx, organizationId }: Place, ids: Ids) =>
  tx
    .selectFrom("stepwell.disclosure as told")
    .select([
      "told.id",
      "told.patientId",
      "told.at",
      "told.recipient",
      "told.purpose",
      "told.information",
      "told.basis",
      "told.channel",
      "told.actorName as by",
    ])
    .where("told.organizationId", "=", organizationId)
    .where("told.patientId", "in", ids)
    .where(didHappen(organizationId))
    .orderBy("told.id")
    .execute();

export const keeperRows = async ({ tx, organizationId }: Place) => {
  const [organization] = await tx
    .selectFrom("stepwell.organization as o")
    .select(["o.organizationId as id", "o.name", "o.slug", "o.npi", "o.phone", "o.zone"])
    .where("o.organizationId", "=", organizationId)
    .execute();
  const sites = await tx
    .selectFrom("stepwell.site as s")
    .select([
      "s.id",
      "s.name",
      "s.npi",
      "s.phone",
      "s.street",
      "s.unit",
      "s.city",
      "s.state",
      "s.postalCode",
    ])
    .where("s.organizationId", "=", organizationId)
    .orderBy("s.id")
    .execute();
  const staff = await tx
    .selectFrom("stepwell.staff as s")
    .select(["s.id", "s.givenName", "s.familyName", "s.credentialsShown", "s.npi"])
    .where("s.organizationId", "=", organizationId)
    .orderBy("s.id")
    .execute();
  return { organization, sites, staff };
};
