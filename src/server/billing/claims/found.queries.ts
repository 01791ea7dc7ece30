import { sql } from "kysely";
import { begins } from "#server/billing/claims/claim-list.queries.ts";
import type { Work } from "#server/platform/work.ts";

const most = 5;

/** Claims whose number begins so, the first ones. */
export const findClaims = ({ tx, organizationId }: Work, number: string) =>
  tx
    .selectFrom("stepwell.claim as claim")
    .innerJoin("stepwell.payer as payer", (on) =>
      on.on("payer.organizationId", "=", organizationId).onRef("payer.id", "=", "claim.payerId"),
    )
    .where("claim.organizationId", "=", organizationId)
    .where(sql<boolean>`${begins(sql`claim.control`, number)}`)
    .select(["claim.id", "claim.control", "payer.name as payerName"])
    .orderBy("claim.control")
    .limit(most)
    .execute();

/** Files whose name holds this, or whose number it is, the newest first. */
export const findFiles = ({ tx, organizationId }: Work, typed: string) =>
  tx
    .selectFrom("stepwell.claimFile as file")
    .innerJoin("stepwell.payer as payer", (on) =>
      on.on("payer.organizationId", "=", organizationId).onRef("payer.id", "=", "file.payerId"),
    )
    .where("file.organizationId", "=", organizationId)
    .where(sql<boolean>`strpos(file.name, lower(${typed}::text)) > 0`)
    .select(["file.id", "file.name", "payer.name as payerName"])
    .orderBy("file.createdAt", "desc")
    .orderBy("file.id", "desc")
    .limit(most)
    .execute();

export const findPayers = ({ tx, organizationId }: Work, typed: string) =>
  tx
    .selectFrom("stepwell.payer as payer")
    .where("payer.organizationId", "=", organizationId)
    .where(sql<boolean>`strpos(stepwell.folded(payer.name), stepwell.folded(${typed}::text)) > 0`)
    .select(["payer.id", "payer.name"])
    .orderBy(sql`stepwell.folded(payer.name)`)
    .limit(most)
    .execute();
