import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ShownHold } from "#domain/billing/charges/day-charge.ts";
import { sayDate } from "#web/platform/dates.ts";
import { AskColleague } from "#web/ui/ask-colleague.tsx";

/** Asks the one person whom a hold waits for to end it, or says who did; nothing where it waits for nobody alone. */
export const AskAboutHold = (props: {
  readonly hold: Pick<ShownHold, "owner" | "waitsFor"> & { readonly values: ShownHold["values"] };
}): ReactNode => {
  const { t } = useLingui();
  const { owner, values, waitsFor } = props.hold;
  const { sessionId } = values;
  if (waitsFor === null || typeof sessionId !== "string") return null;
  const { staffId, sessionName, serviceDate, asked } = waitsFor;
  const day = sayDate(serviceDate);
  return (
    <AskColleague
      staffId={staffId}
      sessionId={sessionId}
      ask={owner === "supervisor" ? "session-cosignatures" : "session-notes"}
      words={
        owner === "supervisor"
          ? t`${sessionName}, ${day}: notes of this session wait for your cosignature. The day cannot be billed before.`
          : typeof values["noteMinutes"] === "number"
            ? t`${sessionName}, ${day}: a note of this session says other minutes than its attendance. Please put the one that is wrong right: the day cannot be billed before.`
            : t`${sessionName}, ${day}: notes of this session are not signed. The day cannot be billed before.`
      }
      asked={asked}
    />
  );
};
