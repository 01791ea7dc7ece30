import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { askedAboutHold } from "#domain/billing/charges/asked-about-hold.ts";
import type { ShownHold } from "#domain/billing/charges/day-charge.ts";
import type { SessionAskedKind } from "#domain/tasks/asked-kind.ts";
import { sayDate } from "#web/platform/dates.ts";
import { AskColleague } from "#web/ui/ask-colleague.tsx";

/** Asks the one person whom a hold waits for to end it, or says who did; nothing where it waits for nobody alone. */
export const AskAboutHold = (props: {
  readonly hold: Pick<ShownHold, "owner" | "waitsFor" | "values"> & { readonly code: string };
  readonly patientId: string;
}): ReactNode => {
  const { t } = useLingui();
  const { values, waitsFor } = props.hold;
  const { sessionId } = values;
  if (waitsFor === null || typeof sessionId !== "string") return null;
  const { staffId, sessionName, serviceDate, asked } = waitsFor;
  const day = sayDate(serviceDate);
  const kind = askedAboutHold(props.hold);
  const words: Readonly<Record<SessionAskedKind, string>> = {
    "session-notes":
      typeof values["noteMinutes"] === "number"
        ? t`${sessionName}, ${day}: a note of this session says other minutes than its attendance. Please put the one that is wrong right: the day cannot be billed before.`
        : t`${sessionName}, ${day}: notes of this session are not signed. The day cannot be billed before.`,
    "session-cosignatures": t`${sessionName}, ${day}: notes of this session wait for your cosignature. The day cannot be billed before.`,
    "session-credential": t`${sessionName}, ${day}: no credential of yours is entered that was in force that day. Please have the renewed one entered, or say who led instead. The day cannot be billed before.`,
  };
  return (
    <AskColleague
      staffId={staffId}
      sessionId={sessionId}
      ask={kind}
      words={words[kind]}
      patientId={props.patientId}
      asked={asked}
    />
  );
};
