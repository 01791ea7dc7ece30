import { useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { auditOutcomes } from "#domain/audit/audit-event.ts";
import { listAuditPeople } from "#domain/audit/audit.api.ts";
import { isId } from "#domain/basics/ids.ts";
import { knownVerbs, sayDeed, sayOutcome } from "#web/audit/event-words.ts";
import type { SearchKey, TrailSearch } from "#web/audit/use-trail-search.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Card } from "#web/ui/card.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import { Columns } from "#web/ui/screen.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** What is typed counts once it is a whole id; until then the search before stays. */
const IdField = (props: {
  readonly search: TrailSearch;
  readonly name: SearchKey;
  readonly label: string;
  readonly hint?: string;
}): ReactNode => {
  const { t } = useLingui();
  const applied = props.search.value(props.name);
  const [typed, setTyped] = useState(applied);
  const [seen, setSeen] = useState(applied);
  if (seen !== applied) {
    setSeen(applied);
    setTyped(applied);
  }
  const change = (text: string): void => {
    setTyped(text);
    const id = text.trim().toLowerCase();
    if (id === "" || isId(id)) props.search.set(props.name, id);
  };
  const isPartial = typed.trim() !== "" && !isId(typed.trim().toLowerCase());
  return (
    <TextField
      label={props.label}
      hint={props.hint}
      name={props.name}
      value={typed}
      onChange={change}
      error={isPartial ? t`An id has 36 characters. Copy it whole.` : undefined}
      maxLength={40}
    />
  );
};

/** Who, what, how it ended, when, about whom and about which record. */
export const TrailSearchFields = (props: { readonly search: TrailSearch }): ReactNode => {
  const { t } = useLingui();
  const { search } = props;
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
          <DateField label={t`From`} latest={search.value("to")} {...bind("from")} />
          <DateField label={t`To`} earliest={search.value("from")} {...bind("to")} />
          <IdField
            label={t`Patient id`}
            hint={t`Who looked, on somebody’s consents, fills it in.`}
            name="patientId"
            search={search}
          />
          <IdField label={t`Record id`} name="recordId" search={search} />
        </FieldRow>
      </Columns>
    </Card>
  );
};
