import { useLingui } from "@lingui/react/macro";
import { awayOf, isOver, mayHaveLeft } from "#web/charting/arrival.ts";
import type { Happening, RoomModel } from "#web/charting/room-model.ts";
import type { RowView } from "#web/charting/room-view.ts";
import {
  ArriveIcon,
  ClockIcon,
  LeaveIcon,
  OfflineIcon,
  SignalIcon,
  SwitchIcon,
  UndoIcon,
  VideoIcon,
} from "#web/ui/icons.ts";
import type { MenuGroup } from "#web/ui/menu.tsx";

export interface ArrivalActsProps {
  readonly model: RoomModel;
  readonly view: RowView;
  readonly onLeave: () => void;
  /** They left a while ago: asks when. */
  readonly onLeftAt: () => void;
}

/** What may happen now to somebody who is in the group. */
const useActsOfPresent = ({ model, view, onLeave, onLeftAt }: ArrivalActsProps) => {
  const { t } = useLingui();
  const { patientId } = view.row;
  const happen = (kind: Happening["kind"], mode?: "room" | "video") => () =>
    model.happen({ kind, patientId, ...(mode && { mode }) });
  return [
    { label: t`Leaves now`, icon: LeaveIcon, onPress: onLeave },
    { label: t`Left at another time`, icon: ClockIcon, onPress: onLeftAt },
    ...(view.live.mode === "video"
      ? [
          { label: t`The line breaks off`, icon: OfflineIcon, onPress: happen("failure-start") },
          {
            label: t`Goes to an individual session`,
            icon: SwitchIcon,
            onPress: happen("pulled-out"),
          },
          { label: t`Now in the room`, icon: ArriveIcon, onPress: happen("mode", "room") },
        ]
      : [
          {
            label: t`Goes to an individual session`,
            icon: SwitchIcon,
            onPress: happen("pulled-out"),
          },
          { label: t`Now by video`, icon: VideoIcon, onPress: happen("mode", "video") },
        ]),
  ];
};

/** What may be said of somebody who is out for a while, or gone, or of whom it is over. */
const useActsOfAway = ({ model, view, onLeftAt }: ArrivalActsProps) => {
  const { t } = useLingui();
  const { live, row } = view;
  const { patientId } = row;
  const away = live.isHere ? awayOf(model.lastEventOf(patientId)) : null;
  if (away !== null) {
    const label = away.because === "line" ? t`The line is back` : t`Is back in the group`;
    const icon = away.because === "line" ? SignalIcon : ArriveIcon;
    return [{ label, icon, onPress: () => model.happen({ kind: away.back, patientId }) }];
  }
  const left = { label: t`Left before the end`, icon: ClockIcon, onPress: onLeftAt };
  if (isOver(model)) return view.state !== "signed" && mayHaveLeft(model, live) ? [left] : [];
  if (live.firstInAt === null) return [];
  const mode = live.mode === "video" ? ("video" as const) : ("room" as const);
  const comeBack = (): void => model.happen({ kind: "arrive", patientId, mode });
  return [{ label: t`Comes back`, icon: ArriveIcon, onPress: comeBack }];
};

export const useArrivalActs = (props: ArrivalActsProps): readonly MenuGroup[] => {
  const { t } = useLingui();
  const { model, view } = props;
  const { patientId } = view.row;
  const last = model.lastEventOf(patientId);
  const ofPresent = useActsOfPresent(props);
  const ofAway = useActsOfAway(props);
  const isPresent = view.live.isHere && awayOf(last) === null;
  const takeBack = (correctsId: string): void =>
    model.happen({ kind: "strike", patientId, correctsId });
  return [
    { acts: isPresent ? ofPresent : ofAway },
    {
      acts: last
        ? [
            {
              label: t`Take the last entry back`,
              icon: UndoIcon,
              onPress: () => takeBack(last.id),
            },
          ]
        : [],
    },
  ];
};

/** The one act that comes next: whoever is here leaves, whoever is out for a while comes back. */
export const useNextAct = ({ model, view, onLeave }: ArrivalActsProps) => {
  const { t } = useLingui();
  const { patientId, name } = view.row;
  if (!view.live.isHere) return {};
  const away = awayOf(model.lastEventOf(patientId));
  return {
    act:
      away === null
        ? {
            icon: LeaveIcon,
            label: t`${name} leaves`,
            word: t`Leaves`,
            onPress: onLeave,
            isAside: true,
          }
        : {
            icon: away.because === "line" ? SignalIcon : ArriveIcon,
            label: away.because === "line" ? t`The line of ${name} is back` : t`${name} is back`,
            word: t`Back`,
            onPress: () => model.happen({ kind: away.back, patientId }),
            isAside: true,
          },
  };
};
