import type { ReactNode } from "react";
import { useDayWords } from "#web/app/billing/use-day-words.tsx";
import { useDayRelease } from "#web/billing/charges/use-day-release.tsx";
import { HoldsScreen } from "#web/billing/claims/holds-screen.tsx";

/** Holds of claims and of days together. */
export const Holds = (): ReactNode => (
  <HoldsScreen dayWords={useDayWords()} dayRelease={useDayRelease()} />
);
