import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { auditOutcomes } from "#domain/audit/audit-event.ts";
import { listAuditPeople } from "#domain/audit/audit.api.ts";
import { knownVerbs, sayDeed, sayOutcome } from "#web/audit/event-words.ts";
import type { SearchKey } from "#web/audit/trail-asked.ts";
import type { SayPatient, TrailSearch } from "#web/audit/use-trail-search.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { Note } from "#web/ui/note.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import { Quiet } from "#web/ui/quiet.tsx";
import { Columns } from "#web/ui/screen.tsx";
import { SelectField } from "#web/ui/select-field.tsx";

/** That only the lines of one person in care or of one record are shown, and the way back to all. */
const OnlyOne = (props: {
  readonly search: TrailSearch;
  readonly name: "patientId" | "recordId";
  readonly children: ReactNode;
}): ReactNode => (
  <Note
    action={
      <Button size="small" onPress={() => props.search.set(props.name, "")}>
        <Trans>Show everything</Trans>
      </Button>
    }
  >
    {props.children}
  </Note>
);

/** Who, what, how it ended and when; about whom and about which record, once somebody came here for that. */
export const TrailSearchFields = (props: {
  readonly search: TrailSearch;
  readonly sayPatient: SayPatient;
}): ReactNode => {
  const { t } = useLingui();
  const { search } = props;
  const [patientId, recordId] = [search.value("patientId"), search.value("recordId")];
  const [from, to] = [search.value("from"), search.value("to")];
  const orderError =
    from !== "" && to !== "" && to < from ? t`Lies before the first day.` : undefined;
  const people = useRead(listAuditPeople, {});
  const bind = (name: SearchKey) => ({
    name,
    value: search.value(name),
    onChange: (value: string) => search.set(name, value),
    error: undefined,
  });
  return (
    <Card title={t`Search`}>
      <Columns>
        <FieldRow>
          <PickField
            label={t`Who`}
            choices={(people.data?.rows ?? []).map((person) => ({
              value: person.accountId,
              label: person.name,
            }))}
            hint={
              people.data?.hasMore
                ? t`Not everybody is listed. Choose others from a line.`
                : undefined
            }
            clearable
            {...bind("accountId")}
          />
          <PickField
            label={t`What`}
            choices={knownVerbs.map((verb) => ({ value: verb, label: sayDeed(verb) }))}
            clearable
            {...bind("verb")}
          />
          <SelectField
            label={t`How it ended`}
            none={t`All`}
            choices={auditOutcomes.map((outcome) => ({
              value: outcome,
              label: sayOutcome(outcome),
            }))}
            {...bind("outcome")}
            value={search.input.outcome ?? ""}
          />
        </FieldRow>
        <FieldRow>
          <DateField label={t`From`} latest={to} {...bind("from")} />
          <DateField label={t`To`} earliest={from} {...bind("to")} error={orderError} />
        </FieldRow>
        {patientId === "" ? (
          <Quiet>
            <Trans>Who looked at somebody’s record: press Who looked on their consents.</Trans>
          </Quiet>
        ) : (
          <OnlyOne search={search} name="patientId">
            <Trans>Only what is about {props.sayPatient(patientId)}.</Trans>
          </OnlyOne>
        )}
        {recordId !== "" && (
          <OnlyOne search={search} name="recordId">
            <Trans>Only what is about one record.</Trans>
          </OnlyOne>
        )}
      </Columns>
    </Card>
  );
};
