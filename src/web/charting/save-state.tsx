import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { sayClock } from "#web/charting/clock-words.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import { OfflineIcon, ReadOnlyIcon, SavedIcon, SavingIcon } from "#web/ui/icons.ts";
import { StateMark } from "#web/ui/state-mark.tsx";

/** Whether the server has what is written. It says "saved" only when it is. */
export const SaveState = (props: { readonly model: RoomModel }): ReactNode => {
  const { t } = useLingui();
  const { model } = props;
  const { zone } = model.room.session;
  const isSigned = model.view.rows.some(({ row }) => row.note !== null);
  if (model.room.shared.note && isSigned)
    return (
      <StateMark icon={ReadOnlyIcon} tone="quiet">
        <Trans>Signed</Trans>
      </StateMark>
    );
  if (model.lostSince !== null)
    return (
      <StateMark icon={OfflineIcon} tone="short" strong>
        {model.keeping === "nowhere" ? (
          <Plural
            value={model.waitingCount}
            one="# only in this window"
            other="# only in this window"
          />
        ) : model.keeping === "on-its-way" ? (
          <Plural
            value={model.waitingCount}
            one="Keeping # on this device…"
            other="Keeping # on this device…"
          />
        ) : (
          <Plural
            value={model.waitingCount}
            one="# waits on this device"
            other="# wait on this device"
          />
        )}
      </StateMark>
    );
  if (model.waitingCount > 0)
    return (
      <StateMark icon={SavingIcon} tone="quiet">
        <Trans>Saving</Trans>
      </StateMark>
    );
  if (model.savedAt === null) return null;
  const time = sayClock(model.savedAt, zone);
  return (
    <StateMark icon={SavedIcon} tone="quiet">
      {t`Draft saved ${time}`}
    </StateMark>
  );
};
