import { dischargePatient } from "#domain/admissions/enrollment.api.ts";
import * as enrollments from "#server/admissions/enrollment.service.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import { leaveWithStay } from "#server/scheduling/membership.service.ts";

/** Whoever is discharged gives their seats back: admissions knows no groups, so the two meet here. */
export const dischargeRoutes: readonly MountedRoute[] = [
  on(dischargePatient, async ({ work, input }) => {
    const stay = await enrollments.dischargePatient(work, input);
    await leaveWithStay(work, stay.id, input.endedOn);
    return stay;
  }),
];
