import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listAtRisk } from "#domain/reporting/at-risk.api.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { RiskRow } from "#web/reporting/risk-rows.tsx";
import { Card } from "#web/ui/card.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

const mostShown = 5;

/** People in the care of whoever looks who are worth a look; nothing where nobody is theirs or nobody stands out. */
export const MyPeopleCard = (): ReactNode => {
  const { t } = useLingui();
  const maySee = useCan("measures:read");
  const read = useRead(
    listAtRisk,
    { whose: "mine" },
    { enabled: maySee, alsoOn: ["task", "attendance", "measure", "enrollment"] },
  );
  const rows = read.data?.rows ?? [];
  const inCare = read.data?.inCare ?? 0;
  const people = rows.length;
  const hidden = rows.length - mostShown;
  if (rows.length === 0) return null;
  return (
    <Card
      flush
      title={<Trans>My people worth a look</Trans>}
      aside={
        <Trans>
          {people} of {inCare}
        </Trans>
      }
    >
      <Rows label={t`My people worth a look`}>
        {rows.slice(0, mostShown).map((person) => (
          <RiskRow key={person.enrollmentId} person={person} />
        ))}
        {hidden > 0 && (
          <Row
            title={<Plural value={hidden} one="# more person" other="# more people" />}
            to={`${paths.atRisk}?whose=mine`}
          />
        )}
      </Rows>
    </Card>
  );
};
