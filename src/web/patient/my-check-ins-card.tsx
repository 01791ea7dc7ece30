import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listMyMeasures } from "#domain/measures/measure.api.ts";
import { myPaths } from "#web/platform/paths.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { MeasureIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { PatientCard } from "#web/ui/patient/patient-card.tsx";
import { Thing, ThingList } from "#web/ui/patient/thing-list.tsx";
import { Time } from "#web/ui/time.tsx";

/** The check-ins one has sent, each to be read again. */
export const MyCheckInsCard = (): ReactNode => {
  const sent = useRead(listMyMeasures, {});
  return (
    <PatientCard title={<Trans>Check-ins you sent</Trans>}>
      <Loaded read={sent}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>
              <Trans>None yet. What you answer stands here once you have sent it.</Trans>
            </p>
          ) : (
            <ThingList>
              {rows.map((row) => (
                <Thing
                  key={row.requestId}
                  icon={MeasureIcon}
                  title={<Time at={row.completedAt} as="day" />}
                  act={
                    <Button size="touch" to={myPaths.checkIn(row.requestId)}>
                      <Trans>See answers</Trans>
                    </Button>
                  }
                />
              ))}
            </ThingList>
          )
        }
      </Loaded>
    </PatientCard>
  );
};
