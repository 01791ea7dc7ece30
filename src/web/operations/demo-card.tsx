import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { DemoProgress } from "#domain/operations/demo-progress.ts";
import { sayDate } from "#web/platform/dates.ts";
import { Card } from "#web/ui/card.tsx";
import { Facts } from "#web/ui/facts.tsx";

/** How far the demo has come, while people of it are still coming. */
export const DemoCard = (props: { readonly demo: DemoProgress }): ReactNode => {
  const { t } = useLingui();
  const { week, weeks, day } = props.demo;
  return (
    <Card title={t`The demo lives`}>
      <Facts
        facts={[
          {
            name: t`Week`,
            value: (
              <Trans>
                {week} of {weeks}
              </Trans>
            ),
          },
          {
            name: t`Lived until`,
            value: day === null ? null : sayDate(day),
            absent: t`The first day begins`,
          },
        ]}
      />
    </Card>
  );
};
