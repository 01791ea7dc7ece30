import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { NewStayRow, useNewStays } from "#web/app/new-stay-needs.tsx";
import { paths } from "#web/platform/paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Rows } from "#web/ui/rows.tsx";
import { Screen } from "#web/ui/screen.tsx";

/** Who was admitted in the last two weeks and still lacks something, the longest ago first. */
export const NewStaysScreen = (): ReactNode => {
  const { t } = useLingui();
  const read = useNewStays();
  const { many } = usePatientWords();
  return (
    <Screen
      title={t`New admissions`}
      facts={
        <Trans>Of the last two weeks, with what is still missing. The longest ago first.</Trans>
      }
      above={[{ label: many, to: paths.patients }]}
    >
      <Card flush>
        <Loaded read={read}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState action={<Button to={paths.patients}>{many}</Button>}>
                <Trans>
                  Whoever was admitted in the last two weeks has a seat, their consent, the
                  authorization their payer wants and a first measure.
                </Trans>
              </EmptyState>
            ) : (
              <Rows label={t`New admissions`}>
                {rows.map((stay) => (
                  <NewStayRow key={stay.enrollmentId} stay={stay} />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Card>
    </Screen>
  );
};
