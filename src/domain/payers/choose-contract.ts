import {
  billsOn,
  isInForceOn,
  type Contract,
  type ContractVersion,
} from "#domain/payers/contract.ts";

/** A contract with one of its versions, as a day is to be held against it. */
export interface Candidate {
  readonly contract: Pick<
    Contract,
    "id" | "payerId" | "planName" | "siteId" | "programId" | "levelOfCareId"
  >;
  readonly version: Pick<
    ContractVersion,
    "id" | "number" | "state" | "publishedAt" | "effectiveFrom" | "effectiveTo"
  >;
}

/** Whose day it is, where, in which program, at which level of care, and when (a civil date of the site). */
export interface ContractQuestion {
  readonly payerId: string;
  readonly planName: string | null;
  readonly siteId: string;
  readonly programId: string;
  readonly levelOfCareId: string;
  readonly on: string;
}

const folded = (name: string): string => name.trim().toLowerCase();

const concerns = ({ contract }: Candidate, asked: ContractQuestion): boolean =>
  contract.payerId === asked.payerId &&
  (contract.planName === null ||
    (asked.planName !== null && folded(contract.planName) === folded(asked.planName))) &&
  (contract.siteId === null || contract.siteId === asked.siteId) &&
  (contract.programId === null || contract.programId === asked.programId) &&
  (contract.levelOfCareId === null || contract.levelOfCareId === asked.levelOfCareId);

/** The plan weighs most, then the site, the program, the level. */
const weight = ({ contract }: Candidate): number =>
  (contract.planName === null ? 0 : 8) +
  (contract.siteId === null ? 0 : 4) +
  (contract.programId === null ? 0 : 2) +
  (contract.levelOfCareId === null ? 0 : 1);

const mostSpecific = <C extends Candidate>(candidates: readonly C[]): C | undefined =>
  [...candidates]
    .toSorted(
      (a, b) =>
        weight(b) - weight(a) ||
        b.version.effectiveFrom.localeCompare(a.version.effectiveFrom) ||
        b.version.number - a.version.number,
    )
    .at(0);

/**
 * The contract by which a day is billed: the most specific that holds on that day. What is only being tested never takes a
 * day from what is confirmed; where nothing is confirmed, it makes a test claim. A contract decides, never a code alone.
 */
export const chooseContract = <C extends Candidate>(
  candidates: readonly C[],
  asked: ContractQuestion,
): C | { none: "no-contract" | "only-draft" } => {
  const fitting = candidates.filter((one) => concerns(one, asked));
  const billing = fitting.filter(({ version }) => billsOn(version, asked.on));
  const inForce = fitting.filter(({ version }) => isInForceOn(version, asked.on));
  const tested = inForce.filter(({ version }) => version.state === "testing");
  const chosen = mostSpecific(billing) ?? mostSpecific(tested);
  if (chosen !== undefined) return chosen;
  const drafted = inForce.some(({ version }) => version.state === "draft");
  return { none: drafted ? "only-draft" : "no-contract" };
};
