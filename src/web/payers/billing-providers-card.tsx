import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { listBillingProviders } from "#domain/payers/billing-provider.api.ts";
import type { BillingProvider } from "#domain/payers/billing-provider.ts";
import {
  AddBillingProviderForm,
  ChangeBillingProviderForm,
} from "#web/payers/billing-provider-form.tsx";
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

/** Who bills: the organization, and the sites that bill by themselves. */
export const BillingProvidersCard = (): ReactNode => {
  const { t } = useLingui();
  const providers = useRead(listBillingProviders, {});
  const mayManage = useCan("contracts:manage");
  const [editing, setEditing] = useState<BillingProvider | "new" | null>(null);
  const close = (): void => setEditing(null);
  const add = mayManage && (
    <Button size="small" icon={AddIcon} onPress={() => setEditing("new")}>
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
                    onChange={mayManage ? () => setEditing(provider) : undefined}
                  />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Card>
      <SidePanel open={editing !== null} onClose={close} title={<Trans>Who bills</Trans>}>
        {editing === "new" && <AddBillingProviderForm onClose={close} />}
        {editing !== null && editing !== "new" && (
          <ChangeBillingProviderForm key={editing.id} provider={editing} onClose={close} />
        )}
      </SidePanel>
    </>
  );
};
