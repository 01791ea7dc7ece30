import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { DayExplanation } from "#domain/billing/charges/day-charge.api.ts";
import { HoldRow } from "#web/billing/charges/hold-row.tsx";
import { useDayRelease } from "#web/billing/charges/use-day-release.tsx";
import { useCan } from "#web/platform/session.tsx";
import { PanelPart } from "#web/ui/panel-part.tsx";
import { Rows } from "#web/ui/rows.tsx";

/** Why a day waits, with what somebody may let it go without. */
export const DayHolds = (props: { readonly day: DayExplanation }): ReactNode => {
  const { day } = props;
  const mayManage = useCan("claims:manage");
  const release = useDayRelease();
  const { holds } = day;
  return (
    <>
      {holds.length > 0 && (
        <PanelPart title={<Trans>What keeps it</Trans>}>
          <Rows>
            {holds.map((hold, place) => {
              const { code } = hold;
              const mayRelease = mayManage && release.mayRelease(code) && day.state !== "claimed";
              return (
                <HoldRow
                  key={place}
                  hold={hold}
                  patientId={day.patientId}
                  claimId={day.kept?.claimId ?? null}
                  onRelease={mayRelease ? () => release.ask({ ...day, code }) : undefined}
                />
              );
            })}
          </Rows>
        </PanelPart>
      )}
      {/* Beside the reasons: whoever is writing keeps their words while a colleague lets the day go. */}
      {release.question}
    </>
  );
};
