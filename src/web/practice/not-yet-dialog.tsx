import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "#web/ui/button.tsx";
import { Dialog, DialogFoot } from "#web/ui/dialog.tsx";

/** Says what must be done before something can end. */
export const NotYetDialog = (props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly name: string;
  readonly children: ReactNode;
}): ReactNode => {
  const { name } = props;
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={<Trans>{name} cannot be retired yet</Trans>}
    >
      <p>{props.children}</p>
      <DialogFoot>
        <Button kind="primary" onPress={props.onClose}>
          <Trans>Close</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
