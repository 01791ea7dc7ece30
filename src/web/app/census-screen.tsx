import type { ReactNode } from "react";
import { endWords } from "#web/charting/plan-words.ts";
import { CensusScreen } from "#web/reporting/census-screen.tsx";
import { WeekSteps } from "#web/scheduling/week-steps.tsx";

/** The census, which says why somebody left in the words of the chart, and steps through weeks as the schedule does. */
export const CensusOfStays = (): ReactNode => (
  <CensusScreen endWords={endWords} weekSteps={WeekSteps} />
);
