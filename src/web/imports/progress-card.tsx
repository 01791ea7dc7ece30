import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Import } from "#domain/imports/import.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { Card } from "#web/ui/card.tsx";
import { ProgressBar } from "#web/ui/progress-bar.tsx";

/** How far an import at work has come. It goes on when this screen is closed. */
export const ProgressCard = (props: { readonly of: Import }): ReactNode => {
  const { t } = useLingui();
  const { state, done, entries } = props.of;
  const [shown, all] = [sayCount(done), sayCount(entries)];
  const title = state === "running" ? t`Bringing people over` : t`Looking at every entry`;
  return (
    <Card title={title}>
      <ProgressBar
        label={title}
        done={done}
        of={entries}
        words={
          <Trans>
            {shown} of {all}. It goes on when you leave this screen.
          </Trans>
        }
      />
    </Card>
  );
};
