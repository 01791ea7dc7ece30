import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { RoomGuestForm } from "#web/charting/room-guest-form.tsx";
import type { RoomModel } from "#web/charting/room-model.ts";
import { notify } from "#web/platform/notices.ts";
import { useKeys } from "#web/platform/keys.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { AddIcon } from "#web/ui/icons.ts";

/** At the end of the roster: somebody more, for this session only. */
export const RoomGuest = (props: {
  readonly model: RoomModel;
  readonly onSeated: (patientId: string) => void;
}): ReactNode => {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const { name } = props.model.room.session;
  const close = (): void => setOpen(false);
  const { isCutOff } = props.model;
  // Who may come is looked up among everybody, and that needs the network; what they do once seated does not.
  const ask = (): void => {
    if (isCutOff)
      notify({ text: t`Adding a guest needs the network. Write down who came and when.` });
    else setOpen(true);
  };
  useKeys([{ keys: ["m"], label: t`Add a guest or make-up`, run: ask }]);
  return (
    <>
      <Button size="small" kind="quiet" icon={AddIcon} keys={["m"]} onPress={ask}>
        {isCutOff ? (
          <Trans>A guest needs the network</Trans>
        ) : (
          <Trans>Add a guest or make-up</Trans>
        )}
      </Button>
      <Dialog open={open} onClose={close} title={<Trans>A seat in {name}</Trans>}>
        <RoomGuestForm
          model={props.model}
          onClose={close}
          onSeated={(patientId) => {
            close();
            props.onSeated(patientId);
          }}
        />
      </Dialog>
    </>
  );
};
