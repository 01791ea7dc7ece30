import { z } from "zod";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import type * as api from "#domain/reporting/at-risk.api.ts";
import { byPressing, riskReasons, type AtRisk } from "#domain/reporting/at-risk.ts";
import { instrumentNames } from "#domain/measures/instruments/instrument-list.ts";
import type { ServiceGap } from "#domain/scheduling/service-gap.ts";
import type { Work } from "#server/platform/work.ts";
import { todayOf } from "#server/practice/organization.service.ts";
import { listHourRules } from "#server/programs/hour-rule.service.ts";
import * as queries from "#server/reporting/at-risk.queries.ts";
import { gapsOf } from "#server/scheduling/service-gap.service.ts";

const factsRead = z.object({
  crisisSince: z.string().nullable(),
  scores: z.array(
    z.object({
      instrument: z.enum(instrumentNames),
      on: z.string(),
      score: z.number(),
      answers: z.record(z.string(), z.int()),
    }),
  ),
  sessions: z.array(z.object({ on: z.string(), status: z.string() })),
});

const asAtRisk = (
  { facts, ...row }: queries.RiskRow,
  gaps: ReadonlyMap<string, ServiceGap>,
): AtRisk => {
  const { patientId, enrollmentId, trackName, therapistName, isMine } = row;
  const reasons = riskReasons({
    ...factsRead.parse(facts),
    gap: gaps.get(enrollmentId) ?? null,
  });
  const who = { patientId, enrollmentId, trackName, therapistName, isMine };
  return { ...who, name: shownName(row), reasons };
};

/** People in care who may be slipping away, the most pressing first. */
export const listAtRisk = async (
  work: Work,
  { whose, siteId }: Parsed<typeof api.listAtRisk>,
): Promise<Output<typeof api.listAtRisk>> => {
  const today = await todayOf(work);
  const found = await queries.selectStaysInCare(work, { on: today, siteId });
  const stays = found.filter(({ isMine }) => whose === "all" || isMine);
  const { rows: rules } = await listHourRules(work, { on: today });
  const ids = stays.map(({ enrollmentId }) => enrollmentId);
  const gaps = await gapsOf(work, ids, rules, today);
  return {
    rows: stays
      .map((stay) => asAtRisk(stay, gaps))
      .filter(({ reasons }) => reasons.length > 0)
      .toSorted(byPressing),
    inCare: new Set(stays.map(({ patientId }) => patientId)).size,
  };
};
