import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { AtRisk, RiskReason } from "#domain/reporting/at-risk.ts";
import { paths } from "#web/platform/paths.ts";
import { useSayReason } from "#web/reporting/use-say-reason.ts";
import { Chip } from "#web/ui/chip.tsx";
import { PatientsIcon } from "#web/ui/icons.ts";
import { Row } from "#web/ui/rows.tsx";

/** What kind of reason it is, in a word. */
export const RiskMark = ({ reason }: { readonly reason: RiskReason }): ReactNode => {
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
  if (reason.code === "service-due")
    return reason.isOver ? (
      <Chip meaning="risk">
        <Trans>Service overdue</Trans>
      </Chip>
    ) : (
      <Chip meaning="short">
        <Trans>Service due</Trans>
      </Chip>
    );
  return (
    <Chip meaning="short">
      <Trans>Missing</Trans>
    </Chip>
  );
};

/** Somebody worth a look, with every reason in words. */
export const RiskRow = ({ person }: { readonly person: AtRisk }): ReactNode => {
  const say = useSayReason();
  return (
    <Row
      icon={PatientsIcon}
      to={paths.patient(person.patientId)}
      title={person.name}
      below={[person.trackName, person.therapistName, ...person.reasons.map(say)]
        .filter((part) => part !== null)
        .join(" · ")}
      marks={person.reasons.map((reason) => (
        <RiskMark key={reason.code} reason={reason} />
      ))}
    />
  );
};
