import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { decideImportPayer, listUnknownPayers } from "#domain/imports/decision.api.ts";
import { listPayers } from "#domain/payers/payer.api.ts";
import { importProblemWords } from "#web/imports/import-words.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { SelectField } from "#web/ui/select-field.tsx";

const PayerRow = (props: {
  readonly importId: string;
  readonly payerName: string;
  readonly policies: number;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}): ReactNode => {
  const { t } = useLingui();
  const { importId, payerName, policies } = props;
  const [payerId, setPayerId] = useState("");
  const act = useAct(decideImportPayer, {
    done: t`Said.`,
    words: importProblemWords,
    changes: ["import"],
  });
  return (
    <Row
      below={<Plural value={policies} one="# policy" other="# policies" />}
      action={
        <Button
          size="small"
          busy={act.busy}
          onPress={() =>
            void act.run({ importId, payerName, payerId: payerId === "" ? null : payerId })
          }
        >
          {payerId === "" ? <Trans>Keep as received</Trans> : <Trans>It is this one</Trans>}
        </Button>
      }
      title={
        <SelectField
          label={payerName}
          name={`payer-${payerName}`}
          value={payerId}
          onChange={setPayerId}
          none={t`None of ours`}
          choices={props.choices}
        />
      }
    />
  );
};

/** Names of payers that none of ours goes by: a person says which it is. */
export const UnknownPayersCard = (props: { readonly importId: string }): ReactNode => {
  const { t } = useLingui();
  const { importId } = props;
  const unknown = useRead(listUnknownPayers, { importId });
  const payers = useRead(listPayers, {});
  const choices = (payers.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Loaded read={unknown}>
      {({ rows }) =>
        rows.length > 0 && (
          <Card title={t`Who pays?`}>
            <Rows label={t`Payers in the file`}>
              {rows.map((row) => (
                <PayerRow key={row.payerName} importId={importId} choices={choices} {...row} />
              ))}
            </Rows>
          </Card>
        )
      }
    </Loaded>
  );
};
