import { bothGuides } from "#edi/scrub/claim-guide.ts";
import { lastOf, type Examined } from "#edi/scrub/examined-claim.ts";
import type { ScrubRule } from "#edi/scrub/scrub-rule.ts";

const authorizationMissing: ScrubRule<Examined> = {
  id: "authorization-missing",
  severity: "error",
  mend: "authorization",
  source: "The contract; CARC 197; 005010X222A1 and 005010X223A2, 2300 REF*G1",
  at: "2300 REF*G1",
  guides: bothGuides,
  check({ claim, context }, say) {
    const number = claim.references.priorAuthorization ?? "";
    if (context.needsAuthorization === true && number === "") say("2300", "REF02");
  },
};

const authorizationMatch: ScrubRule<Examined> = {
  id: "authorization-match",
  severity: "error",
  mend: "authorization",
  source: "CARC 15 and 198: the number is known and holds on the day of the service",
  at: "2300 REF*G1, 2400 DTP*472",
  guides: bothGuides,
  check({ claim, context }, say) {
    const number = claim.references.priorAuthorization ?? "";
    if (context.authorizations === undefined || number === "") return;
    const named = context.authorizations.filter((one) => one.number === number);
    if (named.length === 0) return say("2300", "REF02", { number, line: "", day: "" });
    for (const { number: line, dates } of claim.lines) {
      const first = dates.service?.from ?? null;
      const last = lastOf(dates.service);
      if (first === null || last === null) continue;
      const holds = named.some(
        ({ startsOn, endsOn }) => startsOn <= first && (endsOn === null || last <= endsOn),
      );
      if (!holds) say("2400", "DTP03", { number, line, day: first });
    }
  },
};

/** What was authorized. */
export const authorizationRules: readonly ScrubRule<Examined>[] = [
  authorizationMissing,
  authorizationMatch,
];
