import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "#web/ui/button.tsx";
import { Form, type FormProps } from "#web/ui/form.tsx";

type PanelFormProps = Omit<FormProps, "actions" | "footStays" | "form"> & {
  readonly form: FormProps["form"] & { readonly reset: () => void };
  readonly onClose: () => void;
  /** A second act beside the verb. */
  readonly also?: ReactNode;
};

/** A form that somebody opened and can give up: Cancel stands beside the verb and forgets what was typed. */
export const PanelForm = ({ onClose, also, ...props }: PanelFormProps): ReactNode => {
  const cancel = (): void => {
    props.form.reset();
    onClose();
  };
  return (
    <Form
      {...props}
      footStays
      actions={
        <>
          {also}
          <Button onPress={cancel}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    />
  );
};
