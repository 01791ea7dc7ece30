import type { ReactNode } from "react";
import { useDayWords } from "#web/app/billing/use-day-words.tsx";
import { BatchScreen } from "#web/billing/claims/batch-screen.tsx";
import { ChargesScreen } from "#web/billing/charges/charges-screen.tsx";
import { useCan } from "#web/platform/session.tsx";

/** Where Billing opens: the batch, or the charges for whoever sees no claims. */
export const BillingHome = (): ReactNode => {
  const dayWords = useDayWords();
  return useCan("claims:read") ? <BatchScreen dayWords={dayWords} /> : <ChargesScreen />;
};
