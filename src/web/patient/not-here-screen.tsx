import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { myPaths } from "#web/platform/paths.ts";
import { Button } from "#web/ui/button.tsx";
import { PatientCard } from "#web/ui/patient/patient-card.tsx";
import { useSetTrail } from "#web/ui/trail.ts";
import { MyPage } from "#web/patient/my-page.tsx";

/** The page for addresses that lead nowhere. */
export const NotHereScreen = (): ReactNode => {
  const { t } = useLingui();
  useSetTrail([{ label: t`Nothing here` }]);
  return (
    <MyPage title={<Trans>Nothing here</Trans>}>
      <PatientCard>
        <p>
          <Trans>This page is gone, or it is not yours to see.</Trans>
        </p>
        <Button kind="primary" size="touch" wide to={myPaths.today}>
          <Trans>Go to Today</Trans>
        </Button>
      </PatientCard>
    </MyPage>
  );
};
