import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import type { ListedContract } from "#domain/payers/contract.api.ts";
import { listPayers } from "#domain/payers/payer.api.ts";
import type { Payer } from "#domain/payers/payer.ts";
import { PayerForm } from "#web/payers/payer-form.tsx";
import { payerKindWords } from "#web/payers/payer-words.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { useSay } from "#web/platform/use-say.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon, EditIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { MoreMenu } from "#web/ui/more-menu.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

const PayerRow = (props: {
  readonly payer: Payer;
  readonly hasContract: boolean;
  readonly onChange: (() => void) | undefined;
}): ReactNode => {
  const { t } = useLingui();
  const say = useSay();
  const { payer, hasContract, onChange } = props;
  const kind = say(payerKindWords, payer.kind);
  const id = payer.electronicId ?? "";
  return (
    <Row
      title={payer.name}
      below={
        payer.electronicId === null ? (
          <Trans>{kind} · no electronic id: claims cannot be addressed</Trans>
        ) : (
          <Trans>
            {kind} · {id}
          </Trans>
        )
      }
      marks={!hasContract && <Chip meaning="held">{t`No contract`}</Chip>}
      action={
        onChange && (
          <MoreMenu
            label={t`More about ${payer.name}`}
            acts={[{ label: t`Change`, icon: EditIcon, onPress: onChange }]}
          />
        )
      }
    />
  );
};

const PayersInUse = (props: { readonly contracts: readonly ListedContract[] }): ReactNode => {
  const { t } = useLingui();
  const payers = useRead(listPayers, {});
  const mayManage = useCan("coverage:manage");
  const [editing, setEditing] = useState<Payer | "new" | null>(null);
  const close = (): void => setEditing(null);
  const withContract = new Set(
    props.contracts
      .filter(({ contract }) => contract.retiredAt === null)
      .map(({ contract }) => contract.payerId),
  );
  return (
    <>
      <Card
        flush
        title={<Trans>Payers</Trans>}
        actions={
          mayManage && (
            <Button size="small" icon={AddIcon} onPress={() => setEditing("new")}>
              <Trans>Add payer</Trans>
            </Button>
          )
        }
      >
        <Loaded read={payers}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState>
                <Trans>No payer yet. The first comes with somebody’s insurance card.</Trans>
              </EmptyState>
            ) : (
              <Rows label={t`Payers`}>
                {rows.map((payer) => (
                  <PayerRow
                    key={payer.id}
                    payer={payer}
                    hasContract={withContract.has(payer.id)}
                    onChange={mayManage ? () => setEditing(payer) : undefined}
                  />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Card>
      <SidePanel
        open={editing !== null}
        onClose={close}
        title={editing === "new" ? <Trans>Add payer</Trans> : <Trans>Change payer</Trans>}
      >
        {editing !== null && (
          <PayerForm
            key={editing === "new" ? "new" : editing.id}
            payer={editing === "new" ? null : editing}
            onClose={close}
          />
        )}
      </SidePanel>
    </>
  );
};

/** Payers by name, how a clearinghouse knows them, and which of them has no contract yet. */
export const PayersCard = (props: { readonly contracts: readonly ListedContract[] }): ReactNode =>
  useCan("coverage:read") ? <PayersInUse contracts={props.contracts} /> : null;
