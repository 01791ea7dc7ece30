import { changesBetween } from "#domain/basics/revision.ts";
import { firstActivityTypes, firstLevels } from "#domain/programs/first-data.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { insertActivityTypes } from "#server/programs/activity-type.queries.ts";
import { foundAttendanceRule } from "#server/programs/attendance-rule.service.ts";
import { foundHourRules } from "#server/programs/hour-rule.service.ts";
import { insertLevelsOfCare } from "#server/programs/level-of-care.queries.ts";

/** Gives a new organization what every one begins with: levels of care with their rules, and types of activity. */
export const foundPrograms = async (work: Work): Promise<void> => {
  const createdAt = work.now.toString();
  const levels = firstLevels.map((facts) => ({ id: work.newId(), createdAt, ...facts }));
  await insertLevelsOfCare(work, levels);
  for (const { id, createdAt: _, ...facts } of levels)
    await recordChange(
      work,
      "level-of-care",
      { id, version: 1 },
      { verb: "create", changes: changesBetween(undefined, facts) },
    );
  await foundHourRules(work, levels);
  await foundAttendanceRule(work);
  const types = firstActivityTypes.map((facts) => ({ id: work.newId(), createdAt, ...facts }));
  await insertActivityTypes(work, types);
  for (const { id, createdAt: _, ...facts } of types)
    await recordChange(
      work,
      "activity-type",
      { id, version: 1 },
      { verb: "create", changes: changesBetween(undefined, facts) },
    );
};
