import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

/** One contract with one version and its prices, as the database gives it. */
export interface CandidateRow {
  readonly contract: unknown;
  readonly version: unknown;
  readonly fees: unknown;
}

const candidate = (organizationId: string) => sql`
  select
    json_build_object('id', c.id, 'payerId', c.payer_id, 'payerName', p.name, 'name', c.name, 'planName', c.plan_name,
      'siteId', c.site_id, 'siteName', s.name, 'programId', c.program_id, 'programName', g.name, 'levelOfCareId', c.level_of_care_id, 'levelName', l.name,
      'createdAt', c.created_at, 'retiredAt', c.retired_at, 'version', c.version) as contract,
    json_build_object('id', v.id, 'contractId', v.contract_id, 'number', v.number, 'state', v.state,
      'effectiveFrom', v.effective_from, 'effectiveTo', v.effective_to, 'terms', v.terms, 'source', v.source,
      'createdAt', v.created_at, 'createdBy', v.created_by, 'publishedAt', v.published_at, 'version', v.version) as version,
    (select coalesce(json_agg(json_build_object('code', f.code, 'revenueCode', f.revenue_code, 'levelOfCareId', f.level_of_care_id,
        'from', f.effective_from, 'to', f.effective_to, 'amountCents', f.amount_cents)), '[]')
      from stepwell.contract_fee f
      where f.organization_id = ${organizationId} and f.contract_id = c.id and f.withdrawn_at is null) as fees
  from stepwell.contract c
  join stepwell.payer p on p.organization_id = ${organizationId} and p.id = c.payer_id
  join stepwell.contract_version v on v.organization_id = ${organizationId} and v.contract_id = c.id
  left join stepwell.site s on s.organization_id = ${organizationId} and s.id = c.site_id
  left join stepwell.program g on g.organization_id = ${organizationId} and g.id = c.program_id
  left join stepwell.level_of_care l on l.organization_id = ${organizationId} and l.id = c.level_of_care_id
  where c.organization_id = ${organizationId}`;

/** Versions of these payers' contracts that touch the days, with all prices of their contracts: one statement. */
export const candidatesOf = async (
  { tx, organizationId }: Work,
  asked: { payerIds: readonly string[]; from: string; to: string },
): Promise<readonly CandidateRow[]> => {
  const { rows } = await sql<CandidateRow>`${candidate(organizationId)}
    and c.payer_id = any(${[...asked.payerIds]}::uuid[])
    and v.effective_from <= ${asked.to}::date and (v.effective_to is null or v.effective_to >= ${asked.from}::date)
    and (v.state <> 'retired' or v.published_at is not null)
    order by v.id`.execute(tx);
  return rows;
};

export const candidateOf = async (
  { tx, organizationId }: Work,
  versionId: string,
): Promise<CandidateRow | undefined> => {
  const { rows } =
    await sql<CandidateRow>`${candidate(organizationId)} and v.id = ${versionId}`.execute(tx);
  return rows[0];
};
