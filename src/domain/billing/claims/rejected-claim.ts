import type { ClaimRow } from "#domain/billing/claims/claim.ts";

/** Whether a correction was rejected unread: the payer still has what it was to replace. */
export const isUnreadCorrection = ({
  frequency,
  rejectedAt,
}: Pick<ClaimRow, "frequency" | "rejectedAt">): boolean => frequency === "7" && rejectedAt !== null;

/**
 * Whether a rejected claim is still to be sent again: nothing took its place, and it was not let go. A void asks for nothing
 * whatever becomes of it.
 */
export const isToSendAgain = ({
  rejectedAt,
  replacedBy,
  frequency,
  askedCents,
}: Pick<ClaimRow, "rejectedAt" | "replacedBy" | "frequency" | "askedCents">): boolean =>
  rejectedAt !== null && replacedBy === null && (frequency === "8" || askedCents > 0);

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
