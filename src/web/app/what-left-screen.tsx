import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { disclosureBases } from "#domain/privacy/disclosure.ts";
import { listWhatLeft, type WhatLeftRow } from "#domain/reporting/what-left.api.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { paths } from "#web/platform/paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { useOrganizationZone } from "#web/platform/session.tsx";
import { useSay } from "#web/platform/use-say.ts";
import { basisWords, purposeWords } from "#web/privacy/consent-words.ts";
import { Card } from "#web/ui/card.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { FilterSelect } from "#web/ui/filter-select.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column } from "#web/ui/table-column.ts";
import { Time } from "#web/ui/time.tsx";
import { useTablePages } from "#web/ui/use-table-pages.ts";

const useColumns = (): readonly Column<WhatLeftRow>[] => {
  const { t } = useLingui();
  const say = useSay();
  const { one } = usePatientWords();
  const zone = useOrganizationZone();
  return [
    { key: "name", head: one, value: ({ name }) => name, cell: ({ name }) => name },
    {
      key: "recipient",
      head: t`Told to`,
      value: ({ recipient }) => recipient,
      cell: ({ recipient }) => recipient,
    },
    {
      key: "at",
      head: t`When`,
      value: ({ at }) => at,
      cell: ({ at, actorName }) => (
        <SecondLine below={actorName}>
          <Time at={at} {...(zone !== undefined && { zone })} />
        </SecondLine>
      ),
    },
    {
      key: "purpose",
      head: t`What for`,
      value: ({ purpose }) => say(purposeWords, purpose),
      cell: ({ purpose }) => say(purposeWords, purpose),
      hideBelow: "tablet",
    },
    {
      key: "basis",
      head: t`On what ground`,
      value: ({ basis }) => say(basisWords, basis),
      cell: ({ basis }) => say(basisWords, basis),
      hideBelow: "tablet",
    },
  ];
};

/** Everything that left in the last thirty days: the rows behind the privacy officer's figure. */
export const WhatLeftScreen = (): ReactNode => {
  const { t } = useLingui();
  const say = useSay();
  const [word, setWord] = useSearchWord("basis");
  const basis = disclosureBases.find((one) => one === word);
  const columns = useColumns();
  const told = useTablePages("left", listWhatLeft, basis === undefined ? {} : { basis }, {
    isArrangedHere: true,
    alsoOn: ["disclosure"],
  });
  const count = sayCount(told.total ?? 0);
  return (
    <Screen
      title={t`What left`}
      above={[{ label: t`Today`, to: paths.home }]}
      facts={t`Everything that was told outside in the last 30 days, the latest first. Each line stands in the accounting of its person, too.`}
    >
      <Loaded read={told.read}>
        {(rows) => (
          <Card flush title={<Trans>Disclosures</Trans>} aside={count}>
            <DataTable
              {...told.table}
              list="disclosures"
              label={t`Disclosures`}
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
              rowLink={({ patientId }) => paths.patientConsents(patientId)}
              findLabel={t`Find by name or recipient`}
              find={({ name, recipient, actorName }) => `${name} ${recipient} ${actorName}`}
              tools={
                <FilterSelect
                  label={t`On what ground`}
                  all={t`Ground: all`}
                  value={word}
                  choices={disclosureBases.map((value) => ({
                    value,
                    label: say(basisWords, value),
                  }))}
                  onChange={setWord}
                />
              }
              patientOf={({ patientId }) => patientId}
              empty={
                <EmptyState>
                  <Trans>
                    Nothing was told to anybody outside in the last 30 days. What leaves by a
                    consent, a claim or in an emergency stands here by itself.
                  </Trans>
                </EmptyState>
              }
            />
          </Card>
        )}
      </Loaded>
    </Screen>
  );
};
