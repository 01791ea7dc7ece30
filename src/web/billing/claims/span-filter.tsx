import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { namedSpans } from "#web/billing/claims/span-asked.ts";
import { useToday } from "#web/platform/use-today.ts";
import { Card } from "#web/ui/card.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import type { Filter } from "#web/ui/table-column.ts";
import { useTableState } from "#web/ui/table-state.ts";

/** Narrows a table to a month or to the days between two. */
export const useSpanFilter = (unchosen: string): Filter<unknown> => {
  const { t } = useLingui();
  const words = {
    "this-month": t`This month`,
    "last-month": t`Last month`,
    between: t`Between two days`,
  };
  return {
    key: "days",
    label: t`Days`,
    unchosen,
    choices: namedSpans.map((value) => ({ value, label: words[value] })),
  };
};

/** The two days, where a table is narrowed to those between them. */
export const SpanDays = (props: { readonly table: string }): ReactNode => {
  const { t } = useLingui();
  const today = useToday();
  const { filter, setFilter } = useTableState(props.table);
  if (filter("days") !== "between") return null;
  const [from, to] = [filter("from"), filter("to")];
  const field = (name: "from" | "to", value: string) => ({
    name,
    value,
    onChange: (day: string) => setFilter(name, day),
    error: undefined,
  });
  const isTurned = from !== "" && to !== "" && to < from;
  return (
    <Card>
      <FieldRow>
        <DateField label={t`From`} latest={to || today} {...field("from", from)} />
        <DateField
          label={t`To`}
          earliest={from}
          latest={today}
          {...field("to", to)}
          error={isTurned ? t`Lies before the first day.` : undefined}
        />
      </FieldRow>
    </Card>
  );
};
