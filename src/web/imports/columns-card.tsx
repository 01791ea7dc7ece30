import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { matchColumns, rehearseImport } from "#domain/imports/import.api.ts";
import type { Import } from "#domain/imports/import.ts";
import { dateOrders, type DateOrder } from "#domain/imports/incoming-date.ts";
import {
  columnFacts,
  columnProblems,
  type ColumnFact,
  type TableColumns,
} from "#domain/imports/table-columns.ts";
import { importFactWords } from "#web/imports/finding-words.ts";
import { dateOrderWords } from "#web/imports/date-order-words.ts";
import { importProblemWords } from "#web/imports/import-words.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { DialogFoot } from "#web/ui/dialog.tsx";
import { Note } from "#web/ui/note.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { SelectField } from "#web/ui/select-field.tsx";

const useMatching = (one: Import, columns: TableColumns) => {
  const { id: importId, version } = one;
  const [facts, setFacts] = useState(columns.columns.map(({ fact }) => fact));
  const [dateOrder, setDateOrder] = useState(columns.dateOrder);
  const match = useAct(matchColumns, { words: importProblemWords });
  const rehearse = useAct(rehearseImport, { words: importProblemWords });
  const go = async (): Promise<void> => {
    const matched = await match.run({ importId, version, facts, dateOrder });
    if (matched !== undefined) await rehearse.run({ importId, version: matched.version });
  };
  return {
    facts,
    choose: (place: number, fact: ColumnFact | "") =>
      setFacts(facts.map((old, at) => (at === place ? (fact === "" ? null : fact) : old))),
    dateOrder,
    setDateOrder: (order: DateOrder | "") => setDateOrder(order === "" ? null : order),
    problem: columnProblems(facts, dateOrder)[0],
    busy: match.busy || rehearse.busy,
    go: () => void go(),
  };
};

/** Which column is what: guessed from the header, put right by a person before anything is read by it. */
export const ColumnsCard = (props: {
  readonly of: Import;
  readonly columns: TableColumns;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { columns } = props.columns;
  const matching = useMatching(props.of, props.columns);
  const choices = useChoices(columnFacts, importFactWords);
  const orders = useChoices(dateOrders, dateOrderWords);
  const problem = matching.problem && importProblemWords[matching.problem];
  return (
    <Card title={t`Which column is what?`}>
      <Rows label={t`Columns`}>
        {columns.map(({ header, samples }, place) => (
          <Row
            key={header}
            below={samples.join(" · ")}
            title={
              <SelectField
                label={header}
                name={`column-${place}`}
                value={matching.facts[place] ?? ""}
                onChange={(fact) => matching.choose(place, fact)}
                none={t`Left out`}
                choices={choices}
              />
            }
          />
        ))}
      </Rows>
      <SelectField
        label={t`How the days are written`}
        name="dateOrder"
        value={matching.dateOrder ?? ""}
        onChange={matching.setDateOrder}
        none={t`Not said`}
        choices={orders}
      />
      {problem !== undefined && <Note meaning="held">{i18n._(problem)}</Note>}
      <DialogFoot>
        {problem === undefined && (
          <Button kind="primary" busy={matching.busy} onPress={matching.go}>
            <Trans>Look at every row</Trans>
          </Button>
        )}
      </DialogFoot>
    </Card>
  );
};
