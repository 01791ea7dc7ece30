import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { Capabilities } from "#web/access/capabilities.tsx";
import { MyAccountForm } from "#web/access/my-account-form.tsx";
import { MyDevices } from "#web/access/my-devices.tsx";
import { MyPasswordForm } from "#web/access/my-password-form.tsx";
import { sayRole } from "#web/access/role-words.ts";
import { useSession } from "#web/platform/session.tsx";
import { Card } from "#web/ui/card.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { Time } from "#web/ui/time.tsx";

const WhatIMayDo = (): ReactNode => {
  const { t, i18n } = useLingui();
  const { roles, organization, expiresAt, idleMinutes } = useSession();
  return (
    <Card title={<Trans>At {organization.name}</Trans>}>
      <Facts
        facts={[
          { name: t`Roles`, value: roles.map((role) => sayRole(i18n, role)).join(", ") },
          { name: t`You may`, value: <Capabilities roles={roles} /> },
          { name: t`Signed in until`, value: <Time at={expiresAt} /> },
          { name: t`Or`, value: t`${idleMinutes} minutes after your last click` },
        ]}
      />
    </Card>
  );
};

/** One's own account: name, language, password, devices, and what one may do here. */
export const MeScreen = (): ReactNode => {
  const { t } = useLingui();
  const { account } = useSession();
  const [turn, setTurn] = useState(0);
  return (
    <Screen title={t`Me`} facts={account.email}>
      <Columns aside={<WhatIMayDo />}>
        <Card title={<Trans>Name and language</Trans>}>
          <MyAccountForm key={`${account.name} ${account.locale}`} />
        </Card>
        <Card title={<Trans>Password</Trans>}>
          <MyPasswordForm key={turn} turn={turn} onChanged={() => setTurn(turn + 1)} />
        </Card>
        <MyDevices />
      </Columns>
    </Screen>
  );
};
