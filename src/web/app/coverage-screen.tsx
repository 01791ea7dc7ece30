import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { readChart } from "#domain/charting/chart.api.ts";
import { ChartAuthorizationsCard } from "#web/charting/chart-authorizations-card.tsx";
import { PoliciesCard } from "#web/coverage/policies-card.tsx";
import { useParam } from "#web/platform/address.ts";
import { useKeys } from "#web/platform/keys.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { isNothing } from "#web/ui/loaded.tsx";
import { NothingHere } from "#web/ui/nothing-here.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";

/** Who pays for somebody, in which order, and what was allowed. */
export const CoverageScreen = (): ReactNode => {
  const { t } = useLingui();
  const patientId = useParam("patientId");
  const chart = useRead(readChart, { patientId });
  const { many } = usePatientWords();
  const mayManage = useCan("coverage:manage");
  const [adding, setAdding] = useState(false);
  const add = (): void => setAdding(true);
  useKeys(mayManage ? [{ keys: ["n"], label: t`Add policy`, run: add }] : []);
  const name = chart.data?.patient.name ?? "";
  if (isNothing(chart)) return <NothingHere />;
  return (
    <Screen
      title={t`Coverage of ${name}`}
      facts={<Trans>Who pays, in which order, and what was allowed.</Trans>}
      above={[
        { label: many, to: paths.patients },
        { label: name, to: paths.patient(patientId) },
      ]}
      action={
        mayManage && (
          <Button kind="primary" icon={AddIcon} onPress={add} keys={["n"]}>
            <Trans>Add policy</Trans>
          </Button>
        )
      }
    >
      <Columns
        aside={
          chart.data !== undefined && (
            <ChartAuthorizationsCard chart={chart.data} refresh={chart.refetch} />
          )
        }
      >
        <PoliciesCard
          patientId={patientId}
          adding={adding}
          onAdd={add}
          onAdded={() => setAdding(false)}
        />
      </Columns>
    </Screen>
  );
};
