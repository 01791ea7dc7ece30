import type { ReactNode } from "react";
import type { ClaimSnapshot } from "#domain/billing/claims/claim-snapshot.ts";
import type { Hold } from "#domain/billing/claims/hold.ts";

type LineRule = ClaimSnapshot["lines"][number]["trace"]["rule"];

/** Asks why a day may be billed without something. `question` stands beside the list, so that what is written stays. */
export interface DayReleaseQuestion {
  readonly mayRelease: (code: string) => boolean;
  readonly ask: (day: {
    readonly enrollmentId: string;
    readonly serviceDate: string;
    readonly code: string;
  }) => void;
  readonly question: ReactNode;
}

/** What day charges say of themselves: a claim rests on them, and their words are theirs. */
export interface DayWords {
  /** Why a line stands; null where the rule has no words. */
  readonly rule: (rule: Pick<LineRule, "code" | "values">) => string | null;
  /** Null for what is no hold of a day. */
  readonly hold: (
    hold: Pick<Hold, "code" | "values">,
  ) => { readonly name: string; readonly sentence: string; readonly mend: string } | null;
  /** Where a hold of a day is ended; null where this person may not go there. */
  readonly place: (
    hold: Pick<Hold, "code" | "values"> & {
      readonly patientId: string;
      readonly claimId: string | null;
    },
  ) => { readonly to: string; readonly name: string } | null;
  /** Asks the one person whom a hold waits for, or says who did. */
  readonly ask: (
    hold: Pick<Hold, "code" | "owner" | "values" | "waitsFor" | "patient">,
  ) => ReactNode;
}
