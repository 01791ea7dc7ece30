import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { listImportEntries } from "#domain/imports/import.api.ts";
import { importOutcomes, type Import, type ImportEntry } from "#domain/imports/import.ts";
import { DecidePersonDialog } from "#web/imports/decide-person-dialog.tsx";
import { sayFinding } from "#web/imports/finding-words.ts";
import { didWords, resourceWords, wouldWords } from "#web/imports/import-words.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip, type Meaning } from "#web/ui/chip.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { FigureStrip } from "#web/ui/figure-strip.tsx";
import { Link } from "#web/ui/link.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column } from "#web/ui/table-column.ts";
import { useTableState } from "#web/ui/table-state.ts";
import { useTablePages } from "#web/ui/use-table-pages.ts";

const meanings: Partial<Record<string, Meaning>> = {
  taken: "ontime",
  merged: "ontime",
  asked: "held",
  refused: "risk",
};

const Outcome = (props: { readonly entry: ImportEntry }): ReactNode => {
  const { i18n } = useLingui();
  const { outcome, appliedAt } = props.entry;
  if (outcome === null) return null;
  const meaning = meanings[outcome];
  const words = appliedAt === null ? wouldWords : didWords;
  return <Chip {...(meaning !== undefined && { meaning })}>{i18n._(words[outcome])}</Chip>;
};

const Title = (props: {
  readonly entry: ImportEntry;
  readonly place: string;
  readonly mayOpen: boolean;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { place } = props;
  const { title, patientId, resourceType, subjectNumber } = props.entry;
  const kind = resourceWords[resourceType];
  const name = title ?? place;
  const said = kind === undefined ? resourceType : i18n._(kind);
  const below =
    subjectNumber === null ? `${place} · ${said}` : t`${place} · ${said} of #${subjectNumber}`;
  return (
    <SecondLine below={below}>
      {patientId !== null && props.mayOpen ? (
        <Link to={paths.patient(patientId)}>{name}</Link>
      ) : (
        name
      )}
    </SecondLine>
  );
};

const useColumns = (
  of: Import,
  decide: (entry: ImportEntry) => void,
): readonly Column<ImportEntry>[] => {
  const { t, i18n } = useLingui();
  // Tables that came before lines were kept number their rows; a header is a line and no row, so that the last number tells.
  const isByLine =
    of.kind === "patients-csv" && of.files.some(({ lastEntry }) => lastEntry > of.entries);
  const placeOf = ({ number }: ImportEntry): string =>
    isByLine ? t`Line ${number}` : t`Entry #${number}`;
  const whyOf = ({ findings }: ImportEntry): string =>
    findings.map((finding) => sayFinding(finding, isByLine)).join(" ");
  const mayOpen = useCan("patients:read");
  const mayDecide = useCan("patients:register");
  const isPerson = ({ resourceType }: ImportEntry) =>
    resourceType === "Patient" || resourceType === "Row";
  return [
    {
      key: "title",
      head: t`Entry`,
      cell: (entry) => <Title entry={entry} place={placeOf(entry)} mayOpen={mayOpen} />,
      csv: (entry) => `${placeOf(entry)} ${entry.title ?? ""}`.trim(),
    },
    {
      key: "outcome",
      head: t`What becomes of it`,
      cell: (entry) => <Outcome entry={entry} />,
      csv: ({ outcome, appliedAt }) =>
        outcome === null ? null : i18n._((appliedAt === null ? wouldWords : didWords)[outcome]),
    },
    {
      key: "why",
      head: t`Why`,
      csv: whyOf,
      cell: (entry) => (
        <SecondLine
          below={
            mayDecide && entry.outcome === "asked" && isPerson(entry) ? (
              <Button size="small" onPress={() => decide(entry)}>
                <Trans>Compare and say</Trans>
              </Button>
            ) : undefined
          }
        >
          {whyOf(entry)}
        </SecondLine>
      ),
    },
  ];
};

const Counts = (props: { readonly of: Import }): ReactNode => {
  const { t, i18n } = useLingui();
  const { people, belongings, state } = props.of;
  const words = state === "done" || state === "stopped" ? didWords : wouldWords;
  return (
    <FigureStrip
      label={t`How many people`}
      figures={importOutcomes.map((outcome) => {
        const count = people[outcome] ?? 0;
        const more = belongings[outcome] ?? 0;
        const theirs = sayCount(more);
        const counted = plural(count, { one: "person", other: "people" });
        return {
          name: i18n._(words[outcome]),
          figure: sayCount(count),
          detail: more === 0 ? counted : t`${counted}, and ${theirs} of what is theirs`,
        };
      })}
    />
  );
};

/** The report, entry by entry: what becomes of each, and why. */
export const ImportReport = (props: { readonly of: Import }): ReactNode => {
  const { t, i18n } = useLingui();
  const { id: importId } = props.of;
  const table = useTableState("entries");
  const outcome = importOutcomes.find((one) => one === table.filter("outcome"));
  const of = (["people", "belongings"] as const).find((one) => one === table.filter("of"));
  const [deciding, setDeciding] = useState<ImportEntry | null>(null);
  const columns = useColumns(props.of, setDeciding);
  const entries = useTablePages("entries", listImportEntries, {
    importId,
    ...(outcome && { outcome }),
    ...(of && { of }),
  });
  return (
    <>
      <Counts of={props.of} />
      <Card flush>
        <Loaded read={entries.read}>
          {(rows) => (
            <DataTable
              {...entries.table}
              label={t`Report`}
              rows={rows}
              columns={columns}
              rowKey={(row) => String(row.number)}
              filters={[
                {
                  key: "outcome",
                  label: t`What becomes of it`,
                  choices: importOutcomes.map((value) => ({
                    value,
                    label: i18n._(wouldWords[value]),
                  })),
                },
                {
                  key: "of",
                  label: t`Of`,
                  choices: [
                    { value: "people", label: t`People` },
                    { value: "belongings", label: t`What is theirs` },
                  ],
                },
              ]}
              list="import-report"
              patientOf={({ patientId }) => patientId}
              empty={
                <EmptyState>
                  <Trans>
                    There is no entry yet. Rows stand here as they are read from the file.
                  </Trans>
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Card>
      {deciding !== null && (
        <DecidePersonDialog
          importId={importId}
          entry={deciding}
          onClose={() => setDeciding(null)}
        />
      )}
    </>
  );
};
