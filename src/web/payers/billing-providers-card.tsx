import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listBillingProviders } from "#domain/payers/billing-provider.api.ts";
import type { BillingProvider } from "#domain/payers/billing-provider.ts";
import {
  AddBillingProviderForm,
  ChangeBillingProviderForm,
} from "#web/payers/billing-provider-form.tsx";
import { useSearchWord } from "#web/platform/address.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon, EditIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { MoreMenu } from "#web/ui/more-menu.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

const ProviderRow = (props: {
  readonly provider: BillingProvider;
  readonly onChange: (() => void) | undefined;
}): ReactNode => {
  const { t } = useLingui();
  const { provider, onChange } = props;
  const { name, npi, receiverName, siteName } = provider;
  const isTest = provider.usage === "T";
  const site = siteName ?? "";
  return (
    <Row
      title={name}
      below={
        <>
          {siteName === null ? (
            <Trans>for every site that does not bill by itself</Trans>
          ) : (
            <Trans>for {site}</Trans>
          )}
          <br />
          {isTest ? (
            <Trans>
              NPI {npi}, test files through {receiverName}
            </Trans>
          ) : (
            <Trans>
              NPI {npi}, through {receiverName}
            </Trans>
          )}
        </>
      }
      action={
        onChange && (
          <MoreMenu
            label={t`More about ${name}`}
            acts={[{ label: t`Change`, icon: EditIcon, onPress: onChange }]}
          />
        )
      }
    />
  );
};

/** Whom the address names: one by its id, or the first whose files are tests. */
const askedFor = (rows: readonly BillingProvider[], word: string): BillingProvider | undefined =>
  word === "test" ? rows.find(({ usage }) => usage === "T") : rows.find(({ id }) => id === word);

/** Who bills: the organization, and the sites that bill by themselves. */
export const BillingProvidersCard = (): ReactNode => {
  const { t } = useLingui();
  const providers = useRead(listBillingProviders, {});
  const mayManage = useCan("contracts:manage");
  // In the address, so that whoever meets a test file is led to where it says so.
  const [word, setWord] = useSearchWord("bills");
  const close = (): void => setWord("");
  const chosen = mayManage ? askedFor(providers.data?.rows ?? [], word) : undefined;
  const isNew = mayManage && word === "new";
  const add = mayManage && (
    <Button size="small" icon={AddIcon} onPress={() => setWord("new")}>
      <Trans>Add</Trans>
    </Button>
  );
  return (
    <>
      <Card flush title={<Trans>Who bills</Trans>} actions={add}>
        <Loaded read={providers}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState>
                <Trans>
                  Nobody yet. No claim can be built before it is said who bills: name, NPI, tax
                  number and address.
                </Trans>
              </EmptyState>
            ) : (
              <Rows label={t`Who bills`}>
                {rows.map((provider) => (
                  <ProviderRow
                    key={provider.id}
                    provider={provider}
                    onChange={mayManage ? () => setWord(provider.id) : undefined}
                  />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Card>
      <SidePanel
        open={isNew || chosen !== undefined}
        onClose={close}
        title={<Trans>Who bills</Trans>}
      >
        {isNew && <AddBillingProviderForm onClose={close} />}
        {chosen !== undefined && (
          <ChangeBillingProviderForm key={chosen.id} provider={chosen} onClose={close} />
        )}
      </SidePanel>
    </>
  );
};
