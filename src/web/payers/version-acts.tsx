import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import {
  confirmContractVersion,
  retireContractVersion,
  testContractVersion,
} from "#domain/payers/contract.api.ts";
import { mayBecome, type ContractVersion } from "#domain/payers/contract.ts";
import { contractWords } from "#web/payers/contract-words.ts";
import { RetireVersionDialog } from "#web/payers/retire-version-dialog.tsx";
import { sayCalendarDate } from "#web/platform/dates.ts";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { ConfirmDialog, type AskedAct } from "#web/ui/confirm-dialog.tsx";
import { DoneIcon, RetireIcon, ShortIcon } from "#web/ui/icons.ts";

const TestDialog = (props: {
  readonly open: boolean;
  readonly act: AskedAct;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}): ReactNode => (
  <ConfirmDialog
    open={props.open}
    onClose={props.onClose}
    title={<Trans>Test this version?</Trans>}
    verb={<Trans>Start testing</Trans>}
    act={props.act}
    onConfirm={props.onConfirm}
  >
    <p>
      <Trans>
        Days for which nothing is confirmed make test claims by it. Its terms cannot be changed any
        more; a mistake is mended by the next version.
      </Trans>
    </p>
  </ConfirmDialog>
);

const ConfirmVersionDialog = (props: {
  readonly open: boolean;
  readonly act: AskedAct;
  readonly version: ContractVersion;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}): ReactNode => {
  const { number, effectiveFrom } = props.version;
  const from = sayCalendarDate(effectiveFrom);
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={<Trans>Confirm version {number}?</Trans>}
      verb={<Trans>Confirm</Trans>}
      act={props.act}
      onConfirm={props.onConfirm}
    >
      <p>
        <Trans>
          Claims are made by it for days from {from} on. The version before it ends the day before,
          and its terms cannot be changed any more.
        </Trans>
      </p>
    </ConfirmDialog>
  );
};

/** What may be done with a version where it stands: forward only. */
export const VersionActs = (props: { readonly version: ContractVersion }): ReactNode => {
  const { t } = useLingui();
  const { version } = props;
  const [asking, setAsking] = useState<"test" | "confirm" | "retire" | null>(null);
  const { number } = version;
  const of = { contractVersionId: version.id, version: version.version };
  const options = {
    onDone: () => setAsking(null),
    words: contractWords,
    changes: ["contract"],
    failureShownInPlace: true,
  };
  const test = useAct(testContractVersion, { done: t`In testing.`, ...options });
  const confirm = useAct(confirmContractVersion, { done: t`Confirmed.`, ...options });
  const retire = useAct(retireContractVersion, { done: t`Retired.`, ...options });
  const close = (): void => setAsking(null);
  return (
    <>
      {mayBecome(version.state, "testing") && (
        <Button size="small" icon={ShortIcon} onPress={() => setAsking("test")}>
          <Trans>Test</Trans>
        </Button>
      )}
      {mayBecome(version.state, "confirmed") && (
        <Button size="small" icon={DoneIcon} onPress={() => setAsking("confirm")}>
          <Trans>Confirm</Trans>
        </Button>
      )}
      {mayBecome(version.state, "retired") && (
        <Button size="small" icon={RetireIcon} kind="quiet" onPress={() => setAsking("retire")}>
          <Trans>Retire version {number}</Trans>
        </Button>
      )}
      <TestDialog
        open={asking === "test"}
        act={test}
        onClose={close}
        onConfirm={() => void test.run(of)}
      />
      <ConfirmVersionDialog
        open={asking === "confirm"}
        act={confirm}
        version={version}
        onClose={close}
        onConfirm={() => void confirm.run(of)}
      />
      <RetireVersionDialog
        open={asking === "retire"}
        act={retire}
        version={version}
        onClose={close}
        onRetire={(how, draftId) => void retire.run({ ...of, ...how }, draftId)}
      />
    </>
  );
};
