import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { AskedAct } from "#web/ui/confirm-dialog.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { EditIcon, RetireIcon, UndoIcon } from "#web/ui/icons.ts";
import { RetireDialog } from "#web/ui/retire-dialog.tsx";

interface Offered {
  readonly id: string;
  readonly name: string;
}

/** Asks why something is no longer offered; says what stays. */
export const Retiring = <Kind extends Offered>(props: {
  /** Null while nobody asks. */
  readonly of: Kind | null;
  readonly act: AskedAct;
  /** Who has it now, where that can be said. */
  readonly uses?: ReactNode;
  readonly onClose: () => void;
  readonly onRetire: (one: Kind, reason: string, draftId?: string) => unknown;
}): ReactNode => {
  const { of: one, act, onClose } = props;
  return (
    <RetireDialog
      open={one !== null}
      name={one?.name ?? ""}
      onClose={onClose}
      act={act}
      keep={one?.id ?? ""}
      onRetire={(reason, draftId) => one !== null && props.onRetire(one, reason, draftId)}
    >
      {props.uses}
      <Trans>
        Nobody new can be given it. Whoever has it keeps it, and what was written stays as it was.
      </Trans>
    </RetireDialog>
  );
};

/** What may be done in its row with something that is offered, and with what is no longer. */
export const OfferedActs = (props: {
  readonly of: { readonly name: string; readonly retiredAt: string | null };
  /** Of what only its name changes. */
  readonly onlyNamed?: boolean;
  readonly onEdit: () => void;
  readonly onRetire: () => void;
  readonly onBringBack: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { name, retiredAt } = props.of;
  if (retiredAt !== null)
    return <IconButton icon={UndoIcon} label={t`Bring back ${name}`} onPress={props.onBringBack} />;
  return (
    <>
      <IconButton
        icon={EditIcon}
        label={props.onlyNamed === true ? t`Rename ${name}` : t`Change ${name}`}
        onPress={props.onEdit}
      />
      <IconButton icon={RetireIcon} label={t`Retire ${name}`} onPress={props.onRetire} />
    </>
  );
};
