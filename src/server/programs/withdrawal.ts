import type { Withdrawal } from "#domain/programs/rule-version.ts";

/** The columns of a version's second revision, which takes it back; nulls of one that stands. */
export interface WithdrawalColumns {
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnReason: string | null;
}

/** A version as it is told, its withdrawal in one. */
export const withWithdrawal = <Row extends WithdrawalColumns>(
  row: Row,
): Omit<Row, keyof WithdrawalColumns> & { readonly withdrawn: Withdrawal } => {
  const { withdrawnAt: at, withdrawnBy: by, withdrawnReason: reason, ...version } = row;
  return { ...version, withdrawn: at === null || by === null ? null : { at, by, reason } };
};
