import type { ClaimRow } from "#domain/billing/claims/claim.ts";

/** Whether a correction was rejected unread: the payer still has what it was to replace. */
export const isUnreadCorrection = ({
  frequency,
  rejectedAt,
}: Pick<ClaimRow, "frequency" | "rejectedAt">): boolean => frequency === "7" && rejectedAt !== null;

/** Whether a rejected claim is still to be sent again: nothing took its place, and it was not let go. */
export const isToSendAgain = ({ countsAs }: Pick<ClaimRow, "countsAs">): boolean =>
  countsAs === "rejected";

/** Whether the payer was sent what takes the place of a claim, and did not reject it unread for good. */
export const isPlaceTaken = ({
  state,
  isUnread,
}: Pick<NonNullable<ClaimRow["replacedBy"]>, "state" | "isUnread">): boolean =>
  state === "exported" && !isUnread;

/** Whether what was to take a claim back was rejected unread: the payer still has the claim, and it is asked for as before. */
export const isVoidUnread = ({
  frequency,
  isUnread,
}: Pick<NonNullable<ClaimRow["replacedBy"]>, "frequency" | "isUnread">): boolean =>
  frequency === "8" && isUnread;

/** Whether a rejected claim was made again and the payer was not sent that yet. */
export const isYetToGo = ({
  rejectedAt,
  replacedBy,
}: Pick<ClaimRow, "rejectedAt" | "replacedBy">): boolean =>
  rejectedAt !== null && replacedBy !== null && replacedBy.state !== "exported";
