import { sql } from "kysely";
import { claimAgeOf } from "#server/billing/claims/claim-order.queries.ts";
import { asked, type ClaimFilter, type Sought } from "#server/billing/claims/claim-list.queries.ts";
import { countsAs } from "#server/billing/claims/claim-place.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** What matches, added up by payer, by where it counts and by age; what is ready by all that the door asks of it, too. */
export const sumClaims = (work: Work, filter: ClaimFilter, sought: Sought | null) =>
  work.tx
    .selectFrom((eb) =>
      eb
        .selectFrom("stepwell.claim as claim")
        .where("claim.organizationId", "=", work.organizationId)
        .where((inner) => inner.and(asked(work, filter, sought)))
        .select(["claim.payerId", "claim.patientId", "claim.label", "claim.totalCents"])
        .select(sql<boolean>`claim.frequency = '8'`.as("isVoid"))
        .select(sql<boolean>`claim.replaces_claim_id is not null`.as("isAgain"))
        .select(countsAs(work.organizationId).as("place"))
        .select(claimAgeOf(filter.today).as("age"))
        .as("one"),
    )
    .innerJoin("stepwell.payer as payer", (on) =>
      on.on("payer.organizationId", "=", work.organizationId).onRef("payer.id", "=", "one.payerId"),
    )
    .select(["payer.id as payerId", "payer.name as payerName", "one.place", "one.age"])
    .select([
      sql<string | null>`case when one.place = 'ready' then one.patient_id end`.as("patientId"),
      sql<string | null>`case when one.place = 'ready' then one.label end`.as("label"),
      sql<number>`count(*)::int`.as("claims"),
      sql<number>`coalesce(sum(one.total_cents) filter (where not one.is_void), 0)::bigint`.as(
        "totalCents",
      ),
      sql<number>`(count(*) filter (where one.is_void))::int`.as("voids"),
      sql<number>`coalesce(sum(one.total_cents) filter (where one.is_void), 0)::bigint`.as(
        "voidCents",
      ),
      sql<number>`coalesce(sum(one.total_cents) filter (where one.is_again and not one.is_void), 0)::bigint`.as(
        "againCents",
      ),
    ])
    .groupBy(["payer.id", "payer.name", "one.place", "one.age"])
    .groupBy([
      sql`case when one.place = 'ready' then one.patient_id end`,
      sql`case when one.place = 'ready' then one.label end`,
    ])
    .orderBy(sql`stepwell.folded(payer.name)`)
    .execute();
