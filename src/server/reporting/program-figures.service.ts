import { Temporal } from "temporal-polyfill";
import { isAllowed } from "#domain/access/actor.ts";
import { dateAt } from "#domain/basics/civil-date.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/reporting/program-figures.api.ts";
import { shownWeeks, type ProgramFigures } from "#domain/reporting/program-figures.ts";
import type { HoursRow } from "#domain/scheduling/hours.api.ts";
import { isWholeWeek } from "#domain/scheduling/hours.ts";
import { sumOpenDays } from "#server/billing/charges/day-charge.service.ts";
import type { Installation } from "#server/operations/health.service.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";
import { listAtRisk } from "#server/reporting/at-risk.service.ts";
import { unsignedNotes, type DueNote } from "#server/reporting/late-note.service.ts";
import * as queries from "#server/reporting/program-figures.queries.ts";
import { listHours } from "#server/scheduling/hours.service.ts";

const hoursFigures = (rows: readonly HoursRow[]): ProgramFigures["hours"] => {
  const short = rows.filter((row) => row.standing === "short");
  return {
    short: short.length,
    shortMinutes: short.reduce((sum, row) => sum + row.shortMinutes, 0),
    whole: rows.filter(isWholeWeek).length,
    notWhole: rows.filter(({ standing }) => standing === "variance").length,
  };
};

const notesIn = (rows: readonly DueNote[]): number =>
  rows.reduce((sum, { missing }) => sum + missing, 0);

const lateFigures = ({
  rows,
  attended,
  from,
}: Awaited<ReturnType<typeof unsignedNotes>>): ProgramFigures["lateNotes"] => {
  const late = rows.filter(({ isLate, missing }) => isLate && missing > 0);
  return {
    notes: notesIn(late),
    earlier: notesIn(late.filter(({ serviceDate }) => serviceDate < from)),
    sessions: late.length,
    of: attended,
    oldestOn: late[0]?.serviceDate ?? null,
  };
};

const moneyFigures = async (
  work: Work,
  siteId: string | undefined,
): Promise<ProgramFigures["money"]> => {
  const { held, ready } = await sumOpenDays(work, { siteId });
  return {
    heldDays: held.days,
    heldCents: held.totalCents,
    heldUnpriced: held.unpriced,
    readyDays: ready.days,
    readyCents: ready.totalCents,
    days: held.days + ready.days,
  };
};

/** How the program, or one of its sites, stands today: each figure from the ledger the work is done with. */
export const readProgramFigures = async (
  work: Work,
  { siteId }: Parsed<typeof api.readProgramFigures>,
  installation: Pick<Installation, "demo">,
): Promise<Output<typeof api.readProgramFigures>> => {
  const { zone } = await getOrganization(work);
  const today = dateAt(work.now, zone);
  const weeks = shownWeeks(today);
  const [firstWeek = today, lastWeek = today] = [weeks[0], weeks.at(-1)];
  const wanted = { today, firstWeek, lastWeek, siteId };
  const counted = await queries.countProgram(work, wanted);
  const { rows: hours } = await listHours(work, { on: today, siteId });
  // A day that lies in the week before for weeks of every kind, from Monday, from Sunday, and from an admission.
  const weekAgo = Temporal.PlainDate.from(today).subtract({ days: 7 }).toString();
  const { rows: lastRows } = await listHours(work, { on: weekAgo, siteId });
  const { short, whole } = hoursFigures(lastRows);
  const notes = await unsignedNotes(work, siteId);
  const risk = await listAtRisk(work, { whose: "all", siteId });
  const money = isAllowed(work.actor, "charges:read") ? await moneyFigures(work, siteId) : null;
  return {
    on: today,
    ...counted,
    hours: hoursFigures(hours),
    hoursLastWeek: { short, whole },
    lateNotes: lateFigures(notes),
    atRisk: new Set(risk.rows.map(({ patientId }) => patientId)).size,
    money,
    demo: await installation.demo(work),
  };
};
