import type { ReactNode } from "react";
import { useDayWords } from "#web/app/billing/use-day-words.tsx";
import { ClaimScreen } from "#web/billing/claims/claim-screen.tsx";

/** A claim, its lines explained in the words of the days they are of. */
export const Claim = (): ReactNode => <ClaimScreen dayWords={useDayWords()} />;
