import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import type { Contract } from "#domain/payers/contract.ts";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import { withdrawFee } from "#domain/payers/fee.api.ts";
import type { Fee } from "#domain/payers/fee.ts";
import { sayList } from "#web/payers/code-words.ts";
import { contractWords, serviceWords } from "#web/payers/contract-words.ts";
import { servicesOfFee } from "#web/payers/fee-services.ts";
import { FeeForm } from "#web/payers/fee-form.tsx";
import { sayCalendarDate } from "#web/platform/dates.ts";
import { sayMoney } from "#web/platform/money.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useSay } from "#web/platform/use-say.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { CheckField } from "#web/ui/check-field.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon, UndoIcon } from "#web/ui/icons.ts";
import { MoreMenu } from "#web/ui/more-menu.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Time } from "#web/ui/time.tsx";
import type { Column } from "#web/ui/table-column.ts";

/** What a price is for: `H0015`, below it which service that is here, and the revenue code and the level where it names them. */
const For = (props: { readonly fee: Fee; readonly terms: ContractTerms | null }): ReactNode => {
  const { t } = useLingui();
  const say = useSay();
  const { code, revenueCode, levelName } = props.fee;
  const services = servicesOfFee(props.fee, props.terms).map((one) =>
    one === "day" ? t`the day as a whole` : say(serviceWords, one),
  );
  const hasMore = (code !== null && revenueCode !== null) || levelName !== null;
  const level = levelName ?? "";
  return (
    <SecondLine
      below={
        <>
          {sayList(services)}
          {services.length > 0 && hasMore && ", "}
          {code !== null && revenueCode !== null && <Trans>revenue code {revenueCode}</Trans>}
          {code !== null && revenueCode !== null && levelName !== null && ", "}
          {levelName !== null && <Trans>only {level}</Trans>}
        </>
      }
    >
      {code ?? <Trans>revenue code {revenueCode ?? ""} alone</Trans>}
    </SecondLine>
  );
};

const FeeState = (props: { readonly fee: Fee; readonly today: string }): ReactNode => {
  const { t } = useLingui();
  const { fee, today } = props;
  if (fee.withdrawnAt !== null) return <Chip>{t`Withdrawn`}</Chip>;
  if (fee.from > today) return <Chip meaning="short">{t`Not yet`}</Chip>;
  return fee.to !== null && fee.to < today ? (
    <Chip>{t`Earlier`}</Chip>
  ) : (
    <Chip meaning="ontime">{t`In force`}</Chip>
  );
};

const useColumns = (
  { today, terms }: { readonly today: string; readonly terms: ContractTerms | null },
  acts: { readonly renew: (fee: Fee) => void; readonly withdraw: (fee: Fee) => void } | undefined,
): readonly Column<Fee>[] => {
  const { t } = useLingui();
  return [
    {
      key: "code",
      head: t`For`,
      cell: (fee) => <For fee={fee} terms={terms} />,
      value: ({ code, revenueCode }) => code ?? revenueCode,
    },
    {
      key: "amount",
      head: t`Price of a unit`,
      cell: ({ amountCents }) => sayMoney(amountCents),
      value: ({ amountCents }) => amountCents / 100,
      figures: true,
    },
    {
      key: "from",
      head: t`From`,
      cell: ({ from }) => sayCalendarDate(from),
      value: ({ from }) => from,
    },
    {
      key: "to",
      head: t`Until`,
      cell: ({ to }) => (to === null ? <Trans>further notice</Trans> : sayCalendarDate(to)),
      value: ({ to }) => to,
      hideBelow: "tablet",
    },
    {
      key: "source",
      head: t`Entered`,
      cell: ({ createdBy, createdAt }) => (
        <SecondLine below={createdBy}>
          <Time at={createdAt} />
        </SecondLine>
      ),
      value: ({ createdAt }) => createdAt,
      csv: ({ createdAt, createdBy }) => `${createdAt} ${createdBy}`,
      hideBelow: "tablet",
    },
    {
      key: "state",
      head: t`State`,
      cell: (fee) => <FeeState fee={fee} today={today} />,
      hideBelow: "tablet",
    },
    ...(acts === undefined
      ? []
      : [
          {
            key: "acts",
            head: t`Act`,
            cell: (fee: Fee) =>
              fee.withdrawnAt === null && (
                <MoreMenu
                  label={t`More about the price of ${fee.code ?? fee.revenueCode ?? ""}`}
                  acts={[
                    ...(fee.to === null
                      ? [{ label: t`New price`, icon: AddIcon, onPress: () => acts.renew(fee) }]
                      : []),
                    { label: t`Withdraw`, icon: UndoIcon, onPress: () => acts.withdraw(fee) },
                  ]}
                />
              ),
          },
        ]),
  ];
};

const WithdrawDialog = (props: {
  readonly fee: Fee | null;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { fee, onClose } = props;
  const act = useAct(withdrawFee, {
    done: t`Withdrawn.`,
    onDone: onClose,
    words: contractWords,
    changes: ["contract"],
    failureShownInPlace: true,
  });
  const of = fee?.code ?? fee?.revenueCode ?? "";
  return (
    <ConfirmDialog
      open={fee !== null}
      onClose={onClose}
      title={<Trans>Withdraw this price of {of}?</Trans>}
      verb={<Trans>Withdraw</Trans>}
      danger
      reasonLabel={<Trans>Why</Trans>}
      reasonHint={<Trans>Kept in the history.</Trans>}
      act={act}
      keep={fee?.id ?? ""}
      onConfirm={(reason, draftId) =>
        fee !== null && void act.run({ feeId: fee.id, version: fee.version, reason }, draftId)
      }
    >
      <p>
        <Trans>
          For a price that was entered by mistake. The one it had ended holds again; days without a
          price are held. Claims that were made keep theirs.
        </Trans>
      </p>
    </ConfirmDialog>
  );
};

/** What a unit of each code costs, from when on. */
export const FeesCard = (props: {
  readonly contract: Contract;
  /** Of the version that is read: they know what the codes are for. */
  readonly terms: ContractTerms | null;
  readonly fees: readonly Fee[];
  readonly today: string;
  readonly mayManage: boolean;
}): ReactNode => {
  const { t } = useLingui();
  const { contract, fees, today, mayManage } = props;
  const [adding, setAdding] = useState<Fee | "another" | null>(null);
  const [withdrawing, setWithdrawing] = useState<Fee | null>(null);
  const [all, setAll] = useState(false);
  const renewed = adding === "another" ? null : adding;
  const close = (): void => setAdding(null);
  const isCurrent = ({ withdrawnAt, to }: Fee): boolean =>
    withdrawnAt === null && (to === null || to >= today);
  const columns = useColumns(
    props,
    mayManage ? { renew: setAdding, withdraw: setWithdrawing } : undefined,
  );
  return (
    <Card
      flush
      title={<Trans>Prices</Trans>}
      actions={
        mayManage && (
          <Button size="small" icon={AddIcon} onPress={() => setAdding("another")}>
            <Trans>Add price</Trans>
          </Button>
        )
      }
    >
      <DataTable
        name="fees"
        label={t`Prices`}
        rows={fees.filter((fee) => all || isCurrent(fee))}
        columns={columns}
        rowKey={({ id }) => id}
        rowQuiet={(fee) => !isCurrent(fee)}
        list="fees"
        tools={
          <CheckField
            label={t`Earlier and withdrawn, too`}
            name="all"
            value={all}
            onChange={setAll}
          />
        }
        empty={
          <EmptyState>
            <Trans>No price in force. Without one nothing is charged, and the day is held.</Trans>
          </EmptyState>
        }
      />
      <SidePanel
        open={adding !== null}
        onClose={close}
        title={
          renewed === null ? (
            t`Add price`
          ) : (
            <Trans>New price of {renewed.code ?? renewed.revenueCode ?? ""}</Trans>
          )
        }
      >
        {adding !== null && (
          <FeeForm contract={contract} fees={fees} after={renewed} today={today} onClose={close} />
        )}
      </SidePanel>
      <WithdrawDialog fee={withdrawing} onClose={() => setWithdrawing(null)} />
    </Card>
  );
};
