import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listDisclosures } from "#domain/privacy/disclosure.api.ts";
import type { Disclosure } from "#domain/privacy/disclosure.ts";
import { useSession } from "#web/platform/session.tsx";
import { useSay } from "#web/platform/use-say.ts";
import { basisWords, informationWords, purposeWords } from "#web/privacy/consent-words.ts";
import { emergencyWords, incapacityWords } from "#web/privacy/ground-words.ts";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column } from "#web/ui/table-column.ts";
import { Time } from "#web/ui/time.tsx";
import { useTablePages } from "#web/ui/use-table-pages.ts";

type Told = NonNullable<Disclosure["emergency"]>;

/** What 42 CFR 2.51(c) asks to be written down of an emergency. */
const EmergencyLine = (props: { readonly emergency: Told }): ReactNode => {
  const say = useSay();
  const { zone } = useSession().organization;
  const { affiliation, nature, toldBy, toldAt, ground } = props.emergency;
  return (
    <div>
      {affiliation} · {nature} ·{" "}
      <Trans>
        told by {toldBy}, <Time at={toldAt} zone={zone} />
      </Trans>
      {ground !== "consent-not-obtainable" && ` · ${say(emergencyWords, ground)}`}
    </div>
  );
};

/** On what ground, and what was said with it. */
const Ground = (props: { readonly line: Disclosure }): ReactNode => {
  const { t } = useLingui();
  const say = useSay();
  const { line } = props;
  return (
    <SecondLine
      below={
        <>
          {line.emergency !== null && <EmergencyLine emergency={line.emergency} />}
          {line.minorThreat !== null && (
            <div>
              {line.minorThreat.threat} · {line.minorThreat.reducedBy} ·{" "}
              {say(incapacityWords, line.minorThreat.lacksCapacity)}
            </div>
          )}
          {line.struck !== null && (
            <div>
              <Trans>
                It never left: taken back by {line.struck.by}, <Time at={line.struck.at} />
              </Trans>
            </div>
          )}
          {line.restrictionId !== null && (
            <div>
              <Trans>Kept back otherwise: asked not to use or tell it further.</Trans>
            </div>
          )}
        </>
      }
    >
      {say(basisWords, line.basis)}
      {line.noticeVersion !== null && ` · ${t`with notice`}`}
    </SecondLine>
  );
};

const useColumns = (): readonly Column<Disclosure>[] => {
  const { t } = useLingui();
  const say = useSay();
  const { zone } = useSession().organization;
  const what = ({ information }: Disclosure): string =>
    information.map((one) => say(informationWords, one)).join(", ");
  return [
    {
      key: "recipient",
      head: t`Told to`,
      value: (line) => line.recipient,
      cell: (line) => (
        <SecondLine below={what(line)}>
          {line.recipient}
          {line.struck !== null && (
            <>
              {" "}
              <Chip>
                <Trans>Did not happen</Trans>
              </Chip>
            </>
          )}
        </SecondLine>
      ),
    },
    { key: "what", head: t`What`, cell: what, csv: what, onlyCsv: true },
    {
      key: "at",
      head: t`When`,
      value: (line) => line.at,
      cell: (line) => (
        <SecondLine below={line.actorName}>
          <Time at={line.at} zone={zone} />
        </SecondLine>
      ),
    },
    {
      key: "by",
      head: t`By`,
      cell: (line) => line.actorName,
      csv: (line) => line.actorName,
      onlyCsv: true,
    },
    {
      key: "purpose",
      head: t`What for`,
      value: (line) => say(purposeWords, line.purpose),
      cell: (line) => say(purposeWords, line.purpose),
      hideBelow: "tablet",
    },
    {
      key: "basis",
      head: t`On what ground`,
      value: (line) => say(basisWords, line.basis),
      cell: (line) => <Ground line={line} />,
    },
  ];
};

/** The accounting: who was told what, why, on what ground, by whom; the latest first if not asked otherwise. */
export const DisclosuresCard = (props: { readonly patientId: string }): ReactNode => {
  const { t } = useLingui();
  const say = useSay();
  const { patientId } = props;
  const told = useTablePages("told", listDisclosures, { patientId }, { isArrangedHere: true });
  const columns = useColumns();
  return (
    <Card flush title={<Trans>What was told</Trans>}>
      <Loaded read={told.read}>
        {(rows) => (
          <DataTable
            {...told.table}
            label={t`What was told`}
            rows={rows}
            columns={columns}
            rowKey={(line) => line.id}
            findLabel={t`Find by recipient, person or ground`}
            find={(line) => [line.recipient, line.actorName, say(basisWords, line.basis)].join(" ")}
            list="disclosures"
            patientOf={() => patientId}
            empty={
              <EmptyState>
                <Trans>
                  Nothing was told to anybody outside. What leaves by a consent, a claim or in an
                  emergency stands here by itself.
                </Trans>
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Card>
  );
};
