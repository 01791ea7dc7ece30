import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { AtRisk, RiskReason } from "#domain/reporting/at-risk.ts";
import { paths } from "#web/platform/paths.ts";
import { Chip } from "#web/ui/chip.tsx";
import { PatientsIcon } from "#web/ui/icons.ts";
import { Row } from "#web/ui/rows.tsx";
import { Time } from "#web/ui/time.tsx";

const Reason = ({ reason }: { readonly reason: RiskReason }): ReactNode => {
  switch (reason.code) {
    case "crisis-open":
      return (
        <Trans>
          Crisis task open since <Time at={reason.since} />
        </Trans>
      );
    case "score-rising":
      return (
        <Trans>
          PHQ-9 {reason.to} on <Time at={reason.on} as="day" />, was {reason.from}
        </Trans>
      );
    case "missed-in-a-row":
      return (
        <>
          <Plural
            value={reason.sessions}
            one="Missed # session"
            other="Missed the last # sessions"
          />{" "}
          <Trans>
            since <Time at={reason.since} as="day" />
          </Trans>
        </>
      );
  }
};

const Mark = ({ reason }: { readonly reason: RiskReason }): ReactNode => {
  if (reason.code === "crisis-open")
    return (
      <Chip meaning="overdue">
        <Trans>Crisis open</Trans>
      </Chip>
    );
  if (reason.code === "score-rising")
    return (
      <Chip meaning="risk">
        <Trans>Worse</Trans>
      </Chip>
    );
  return (
    <Chip meaning="short">
      <Trans>Missing</Trans>
    </Chip>
  );
};

/** Somebody worth a look, with every reason in words. */
export const RiskRow = ({ person }: { readonly person: AtRisk }): ReactNode => (
  <Row
    icon={PatientsIcon}
    to={paths.patient(person.patientId)}
    title={person.name}
    below={
      <>
        {person.trackName}
        {person.therapistName !== null && <> · {person.therapistName}</>}
        {person.reasons.map((reason) => (
          <span key={reason.code}>
            {" · "}
            <Reason reason={reason} />
          </span>
        ))}
      </>
    }
    marks={person.reasons.map((reason) => (
      <Mark key={reason.code} reason={reason} />
    ))}
  />
);
