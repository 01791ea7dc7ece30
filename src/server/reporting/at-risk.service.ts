import { z } from "zod";
import { dateAt } from "#domain/basics/civil-date.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import type * as api from "#domain/reporting/at-risk.api.ts";
import { riskReasons, type AtRisk, type RiskReason } from "#domain/reporting/at-risk.ts";
import { instrumentNames } from "#domain/measures/instruments/instrument-list.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";
import * as queries from "#server/reporting/at-risk.queries.ts";

const factsRead = z.object({
  crisisSince: z.string().nullable(),
  scores: z.array(
    z.object({ instrument: z.enum(instrumentNames), on: z.string(), score: z.number() }),
  ),
  sessions: z.array(z.object({ on: z.string(), status: z.string() })),
});

const order: readonly RiskReason["code"][] = ["crisis-open", "score-rising", "missed-in-a-row"];
const pressing = ({ reasons }: AtRisk): number =>
  order.indexOf(reasons[0]?.code ?? "missed-in-a-row") * order.length - reasons.length;

const asAtRisk = ({ facts, ...row }: queries.RiskRow): AtRisk => {
  const { patientId, enrollmentId, trackName, therapistName, isMine } = row;
  const reasons = riskReasons(factsRead.parse(facts));
  const who = { patientId, enrollmentId, trackName, therapistName, isMine };
  return { ...who, name: shownName(row), reasons };
};

/** People in care who may be slipping away, the most pressing reason first, then who has most of them. */
export const listAtRisk = async (
  work: Work,
  { whose, siteId }: Parsed<typeof api.listAtRisk>,
): Promise<Output<typeof api.listAtRisk>> => {
  const { zone } = await getOrganization(work);
  const found = await queries.selectStaysInCare(work, {
    on: dateAt(work.now, zone),
    siteId,
  });
  const stays = found.filter(({ isMine }) => whose === "all" || isMine);
  return {
    rows: stays
      .map(asAtRisk)
      .filter(({ reasons }) => reasons.length > 0)
      .toSorted((one, other) => pressing(one) - pressing(other)),
    inCare: new Set(stays.map(({ patientId }) => patientId)).size,
  };
};
