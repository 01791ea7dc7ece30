import type { ReactNode } from "react";
import { TryContract } from "#web/billing/charges/try-contract.tsx";
import { ContractScreen, type BesideContract } from "#web/payers/contract-screen.tsx";
import { useToday } from "#web/platform/use-today.ts";

/** Today, where the version is in force today; else the day of its time that lies nearest. */
const TryVersion: BesideContract = ({ version }) => {
  const today = useToday();
  const { effectiveFrom, effectiveTo } = version;
  const last = effectiveTo !== null && effectiveTo < today ? effectiveTo : today;
  const day = last < effectiveFrom ? effectiveFrom : last;
  return <TryContract key={version.id} contractVersionId={version.id} day={day} />;
};

/** A contract, with the means to try it out beside its terms. */
export const Contract = (): ReactNode => <ContractScreen beside={TryVersion} />;
