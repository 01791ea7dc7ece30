import { t } from "@lingui/core/macro";
import type { Contract } from "#domain/payers/contract.ts";

type Scope = Pick<Contract, "planName" | "siteName" | "programName" | "levelName">;

/** Which days of the payer a contract is about: `Gold PPO, Evening SUD IOP, Intensive outpatient`. */
export const sayScope = ({ planName, siteName, programName, levelName }: Scope): string => {
  const parts = [planName, siteName, programName, levelName].filter((part) => part !== null);
  return parts.length === 0 ? t`every plan, site, program and level` : parts.join(", ");
};
