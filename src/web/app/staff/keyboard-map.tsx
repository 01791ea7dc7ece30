import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { setSingleKeys, useAllKeys, useSingleKeys } from "#web/platform/keys.ts";
import { CheckField } from "#web/ui/check-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { KeyList } from "#web/ui/key-list.tsx";

/** Every key that does something here and now. */
export const KeyboardMap = (props: { readonly onClose: () => void }): ReactNode => {
  const { t } = useLingui();
  const single = useSingleKeys();
  const here = useAllKeys();
  return (
    <Dialog open onClose={props.onClose} title={t`Keyboard map`} size="medium">
      <KeyList
        rows={[
          { keys: ["Ctrl", "K"], label: t`Find and do` },
          { keys: ["Ctrl", "Enter"], label: t`Save or send the form` },
          { keys: ["↑", "↓"], label: t`Row by row in a list` },
          { keys: ["↓"], label: t`From the page to the first row of its list` },
          { keys: ["Esc"], label: t`Close what lies on top` },
          ...(single ? here : []),
        ]}
      />
      <CheckField
        name="single-keys"
        label={<Trans>Single keys work on this device</Trans>}
        hint={<Trans>Switch them off if you dictate or press keys by accident.</Trans>}
        value={single}
        onChange={setSingleKeys}
        error={undefined}
      />
    </Dialog>
  );
};
