import { isAllowed, type Actor } from "#domain/access/actor.ts";
import type { Permission } from "#domain/access/permissions.ts";
import type { listNewStays as contract } from "#domain/admissions/stay-lack.api.ts";
import { lacksOf, newStayDays, type StayLack } from "#domain/admissions/stay-lack.ts";
import { dateAt } from "#domain/basics/civil-date.ts";
import { labelOf } from "#domain/basics/label.ts";
import type { Output } from "#domain/contract/route.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import { selectStayRecords, type StaysAsked } from "#server/admissions/stay-lack.queries.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";

/** Whoever may not see the records of a kind is not told that there are none. */
const seenWith: Readonly<Record<StayLack, Permission>> = {
  seat: "attendance:read",
  consent: "consents:read",
  authorization: "coverage:read",
  measure: "measures:read",
};

const lacksSeen = async (work: Work, today: string, asked: StaysAsked) => {
  const maySee = (actor: Pick<Actor, "permissions">, lack: StayLack): boolean =>
    isAllowed(actor, seenWith[lack]);
  return (await selectStayRecords(work, today, asked))
    .map((row) => ({
      ...row,
      lacks: lacksOf({ ...row, label: labelOf(row.label) }).filter((lack) =>
        maySee(work.actor, lack),
      ),
    }))
    .filter(({ lacks }) => lacks.length > 0);
};

/** What the running stays of one person still lack. */
export const lacksOfPatient = async (work: Work, patientId: string, today: string) =>
  (await lacksSeen(work, today, { patientId })).map(({ enrollmentId, lacks }) => ({
    enrollmentId,
    lacks,
  }));

/** Who was admitted lately, or is to be, and lacks something; the longest ago first. */
export const listNewStays = async (work: Work): Promise<Output<typeof contract>> => {
  const { zone } = await getOrganization(work);
  const on = dateAt(work.now, zone);
  const rows = await lacksSeen(work, on, { admittedWithinDays: newStayDays });
  return {
    on,
    rows: rows.map(({ enrollmentId, patientId, programName, admittedOn, lacks, ...row }) => ({
      enrollmentId,
      patientId,
      programName,
      admittedOn,
      lacks,
      name: shownName(row),
    })),
  };
};
