import { Trans } from "@lingui/react/macro";
import { Component, type ReactNode } from "react";
import { Button } from "#web/ui/button.tsx";
import { CrisisBar } from "#web/ui/patient/crisis-bar.tsx";
import { PatientCard } from "#web/ui/patient/patient-card.tsx";
import { PatientPage } from "#web/ui/patient/patient-page.tsx";

/** A page whose code this phone has not got yet. */
const WithoutNetwork = (): ReactNode => (
  <PatientPage title={<Trans>No network</Trans>} dock={<CrisisBar phone={null} />}>
    <PatientCard>
      <p>
        <Trans>
          This page is not on your phone yet. Open it when the network is back. Calls and texts for
          help need no internet.
        </Trans>
      </p>
      <Button kind="primary" size="touch" wide onPress={() => location.reload()}>
        <Trans>Open the app again</Trans>
      </Button>
    </PatientCard>
  </PatientPage>
);

/** A fault of the app: the way to help stays in sight. */
export class PatientCrash extends Component<{ readonly children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    if (!navigator.onLine) return <WithoutNetwork />;
    return (
      <PatientPage title={<Trans>Something went wrong</Trans>} dock={<CrisisBar phone={null} />}>
        <PatientCard>
          <p>
            <Trans>The fault is ours. Nothing you sent is lost.</Trans>
          </p>
          <Button kind="primary" size="touch" wide onPress={() => location.reload()}>
            <Trans>Open the app again</Trans>
          </Button>
        </PatientCard>
      </PatientPage>
    );
  }
}
