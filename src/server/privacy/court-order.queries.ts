import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellCourtOrder } from "#server/db/rows.ts";
import { isPersonSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";

const orders = ({ tx, organizationId }: Work) =>
  tx.selectFrom("stepwell.courtOrder").selectAll().where("organizationId", "=", organizationId);

const isSeen = (work: Work) => isPersonSeen(work, sql`court_order.patient_id`, "disclosure");

/** Papers of courts about a patient whose papers whoever asks sees. */
export const listCourtOrders = (work: Work, patientId: string) =>
  orders(work)
    .where("patientId", "=", patientId)
    .where(isSeen(work))
    .orderBy("id", "desc")
    .execute();

export const findCourtOrder = (work: Work, courtOrderId: string) =>
  orders(work).where("id", "=", courtOrderId).where(isSeen(work)).executeTakeFirst();

/** The order, kept from being ended until the transaction ends: what is told now is told under it. */
export const holdCourtOrder = (work: Work, courtOrderId: string) =>
  orders(work).where("id", "=", courtOrderId).forShare().executeTakeFirst();

/** The order, held until the transaction ends. */
export const lockCourtOrder = (work: Work, courtOrderId: string) =>
  orders(work).where("id", "=", courtOrderId).forUpdate().executeTakeFirst();

export type CourtOrderRow = NonNullable<Awaited<ReturnType<typeof findCourtOrder>>>;

export const insertCourtOrder = async (
  { tx, organizationId }: Work,
  order: Omit<Insertable<StepwellCourtOrder>, "organizationId" | "version">,
): Promise<void> => {
  await tx
    .insertInto("stepwell.courtOrder")
    .values({ organizationId, ...order })
    .execute();
};

/** Writes changed columns and moves the version on by one. The row is locked by `lockCourtOrder`. */
export const updateCourtOrder = async (
  { tx, organizationId }: Work,
  courtOrderId: string,
  changed: Updateable<StepwellCourtOrder>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.courtOrder")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", courtOrderId)
    .execute();
};
