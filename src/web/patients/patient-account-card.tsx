import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import {
  endPatientAccount,
  openPatientAccount,
  readPatientAccount,
} from "#domain/patients/patient-account.api.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { Form } from "#web/ui/form.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { Time } from "#web/ui/time.tsx";

const words: ProblemWords = {
  "address-in-use": msg`Somebody else in care here signs in with this address. Each person needs one of their own.`,
  "has-account": msg`They can sign in already.`,
};

const OpenForm = (props: { readonly patientId: string; readonly email: string }): ReactNode => {
  const { t } = useLingui();
  const act = useAct(openPatientAccount, {
    words,
    failureShownInPlace: true,
    done: t`Account opened. A letter tells them where to sign in.`,
  });
  const form = useForm({
    id: `account-${props.patientId}`,
    initial: { email: props.email },
    act,
    toInput: ({ email }) => ({ patientId: props.patientId, email }),
  });
  return (
    <Form form={form} submit={<Trans>Open account</Trans>}>
      <TextField
        label={t`E-mail for signing in`}
        hint={t`Codes go to this address. Ask who else reads it.`}
        kind="email"
        {...form.field("email")}
      />
    </Form>
  );
};

/** Whether somebody in care can sign in to their own app, opening it to them, and ending it. */
export const PatientAccountCard = (props: {
  readonly patientId: string;
  readonly email: string | null;
}): ReactNode => {
  const { t } = useLingui();
  const { organization } = useSession();
  const mayOpen = useCan("patients:register");
  const [ending, setEnding] = useState(false);
  const { patientId } = props;
  const read = useRead(readPatientAccount, { patientId });
  const end = useAct(endPatientAccount, {
    done: t`Access ended.`,
    onDone: () => setEnding(false),
    failureShownInPlace: true,
  });
  return (
    <Card title={<Trans>Their own app</Trans>}>
      <Loaded read={read}>
        {({ account }) =>
          account === null ? (
            mayOpen ? (
              <OpenForm patientId={patientId} email={props.email ?? ""} />
            ) : (
              <Trans>They cannot sign in yet.</Trans>
            )
          ) : (
            <Rows>
              <Row
                title={account.email}
                below={
                  <Trans>
                    opened by {account.openedBy},{" "}
                    <Time at={account.openedAt} zone={organization.zone} />
                  </Trans>
                }
                action={
                  mayOpen && (
                    <Button onPress={() => setEnding(true)}>
                      <Trans>End access</Trans>
                    </Button>
                  )
                }
              />
            </Rows>
          )
        }
      </Loaded>
      <ConfirmDialog
        open={ending}
        onClose={() => setEnding(false)}
        title={<Trans>End their access</Trans>}
        verb={<Trans>End access</Trans>}
        danger
        reasonLabel={<Trans>Why</Trans>}
        act={end}
        keep={patientId}
        onConfirm={(reason, draftId) => void end.run({ patientId, reason }, draftId)}
      >
        <Trans>They are signed out at once. Their record stays as it is.</Trans>
      </ConfirmDialog>
    </Card>
  );
};
