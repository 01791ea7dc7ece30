import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listAtRisk } from "#domain/reporting/at-risk.api.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSite } from "#web/platform/use-site.ts";
import { AtRiskTable } from "#web/reporting/at-risk-table.tsx";
import { Card } from "#web/ui/card.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { SiteSelect } from "#web/platform/site-select.tsx";
import { Tabs } from "#web/ui/tabs.tsx";

/** People in care who may be slipping away, and why, the most pressing first. */
export const AtRiskScreen = (): ReactNode => {
  const { t } = useLingui();
  const { many } = usePatientWords();
  const [word, setWord] = useSearchWord("whose");
  const whose = word === "mine" ? "mine" : "all";
  const site = useSite();
  const read = useRead(
    listAtRisk,
    { whose, ...site.asked },
    { alsoOn: ["task", "attendance", "measure", "enrollment"], keepWhileLoading: true },
  );
  return (
    <Screen
      title={t`Worth a look`}
      above={[{ label: t`Today`, to: paths.home }]}
      facts={t`An open crisis, a PHQ-9 five points or more above the best of this stay, no service booked by the day the rule wants one, or the last two sessions missed. In this order; within each the most severe first, of scores an item 9 above zero, then the highest.`}
      otherActions={<SiteSelect site={site} />}
    >
      <Tabs
        label={t`Whose`}
        tabs={[
          { name: "all", label: <Trans>Everybody</Trans> },
          { name: "mine", label: <Trans>Mine</Trans> },
        ]}
        chosen={whose}
        onChoose={(name) => setWord(name === "all" ? "" : name)}
      >
        <Loaded read={read}>
          {({ rows, inCare }) => {
            const people = new Set(rows.map(({ patientId }) => patientId)).size;
            return (
              <Card
                flush
                title={many}
                aside={
                  <Trans>
                    {people} of {inCare} in care
                  </Trans>
                }
              >
                <AtRiskTable rows={rows} />
              </Card>
            );
          }}
        </Loaded>
      </Tabs>
    </Screen>
  );
};
