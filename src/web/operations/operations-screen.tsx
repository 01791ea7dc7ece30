import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { readOperations } from "#domain/operations/operations.api.ts";
import { DemoCard } from "#web/operations/demo-card.tsx";
import { ErrandsCard } from "#web/operations/errands-card.tsx";
import { MachineCards } from "#web/operations/machine-cards.tsx";
import { NeedsHandCard } from "#web/operations/needs-hand-card.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";

/** What runs behind the screens, for whoever keeps it running: what needs a hand, why, and how to go on. */
export const OperationsScreen = (): ReactNode => {
  const { t } = useLingui();
  const operations = useRead(readOperations, {}, { alsoOn: ["errand"], everySeconds: 15 });
  return (
    <Screen title={t`Operations`} facts={t`What runs behind the screens, and what needs a hand.`}>
      <Loaded read={operations}>
        {(state) => (
          <Columns
            aside={
              <>
                {state.demo !== null && <DemoCard demo={state.demo} />}
                <MachineCards facts={state.facts} />
              </>
            }
          >
            <NeedsHandCard findings={state.findings} />
            <ErrandsCard counts={state.errands} />
          </Columns>
        )}
      </Loaded>
    </Screen>
  );
};
