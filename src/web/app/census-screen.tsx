import type { ReactNode } from "react";
import { endWords } from "#web/charting/plan-words.ts";
import { CensusScreen } from "#web/reporting/census-screen.tsx";

/** The census, which says why somebody left in the words of the chart. */
export const CensusOfStays = (): ReactNode => <CensusScreen endWords={endWords} />;
