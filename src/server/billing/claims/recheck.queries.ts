import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

/** So many claims are looked at in one transaction; the others with the next. */
const mostAtOnce = 200;

/** Claims that wait for nothing but what may have ended by itself: a consent, or what a check found. The oldest first. */
export const selectClaimsThatMayGo = ({ tx, organizationId }: Work) => {
  const has = (code: string) => sql<boolean>`exists (select from stepwell.claim_hold hold
    where hold.organization_id = ${organizationId} and hold.claim_id = claim.id and hold.released_at is null and hold.code = ${code})`;
  return tx
    .selectFrom("stepwell.claim as claim")
    .innerJoin("stepwell.payer as payer", (on) =>
      on.on("payer.organizationId", "=", organizationId).onRef("payer.id", "=", "claim.payerId"),
    )
    .select(["claim.id", "claim.patientId", "claim.label", "payer.name as payerName"])
    .select(sql<boolean>`(${has("consent-refused")} or ${has("kept-back")})`.as("isRefused"))
    .where("claim.organizationId", "=", organizationId)
    .where("claim.state", "=", "scrubbed")
    .where(sql<boolean>`not ${has("previous-bill-open")}`)
    .orderBy("claim.id")
    .limit(mostAtOnce)
    .execute();
};
