import type { ReactNode } from "react";
import { endWords } from "#web/charting/plan-words.ts";
import { EndedStaysScreen } from "#web/reporting/ended-stays-screen.tsx";

/** The stays that ended, which say why in the words of the chart. */
export const StaysThatEnded = (): ReactNode => <EndedStaysScreen endWords={endWords} />;
