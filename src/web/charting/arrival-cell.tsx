import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { arrivalOf, awayOf, isOver } from "#web/charting/arrival.ts";
import { reasonWord } from "#web/charting/attendance-words.ts";
import { sayClock } from "#web/charting/clock-words.ts";
import type { Happening, RoomModel } from "#web/charting/room-model.ts";
import type { RowView } from "#web/charting/room-view.ts";
import { Button } from "#web/ui/button.tsx";
import { CellActs, CellButton, CellPair } from "#web/ui/cell-button.tsx";
import {
  ArriveIcon,
  LateIcon,
  LeaveIcon,
  PhoneIcon,
  SetupIcon,
  SignalIcon,
  OfflineIcon,
  SwitchIcon,
  UndoIcon,
  VideoIcon,
} from "#web/ui/icons.ts";
import { Menu, type MenuGroup } from "#web/ui/menu.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";

interface Props {
  readonly model: RoomModel;
  readonly view: RowView;
}

/** Before anybody has come: what may have happened, one tap each. */
export const ExpectedActs = (
  props: Props & {
    readonly isChosen: boolean;
    readonly onAbsent: () => void;
    readonly onCameAt: () => void;
  },
): ReactNode => {
  const { t } = useLingui();
  const { patientId, name } = props.view.row;
  const { model } = props;
  const over = isOver(model);
  return (
    <CellActs label={t`Attendance of ${name}`}>
      <Button
        size="small"
        icon={ArriveIcon}
        // With its key on it, it is called what is written there; the row says whose it is.
        {...(props.isChosen
          ? { keys: ["a"] }
          : { label: over ? t`Was here, ${name}` : t`Arrive, ${name}` })}
        onPress={() => model.happen(arrivalOf(model, patientId, "room"))}
      >
        {over ? <Trans>Was here</Trans> : <Trans>Arrive</Trans>}
      </Button>
      <Button
        size="small"
        kind="quiet"
        icon={VideoIcon}
        label={t`Video, ${name}`}
        onPress={() => model.happen(arrivalOf(model, patientId, "video"))}
      >
        <Trans>Video</Trans>
      </Button>
      <Button
        size="small"
        kind="quiet"
        label={t`Came at another time, ${name}`}
        onPress={props.onCameAt}
      >
        <Trans>Came at</Trans>
      </Button>
      <Button size="small" kind="quiet" label={t`Absent, ${name}`} onPress={props.onAbsent}>
        <Trans>Absent</Trans>
      </Button>
    </CellActs>
  );
};

const modeIcons = { room: ArriveIcon, video: VideoIcon, phone: PhoneIcon } as const;

const Said = (props: Props): ReactNode => {
  const { t, i18n } = useLingui();
  const { live } = props.view;
  const { zone } = props.model.room.session;
  if (live.status === "absent" || live.status === "excused") {
    const status = live.status === "excused" ? t`Excused` : t`Absent`;
    const reason = live.reason === null ? status : i18n._(reasonWord(live.reason));
    return (
      <StateMark icon={SetupIcon} tone="quiet" title={`${status}: ${reason}`}>
        {status}
      </StateMark>
    );
  }
  if (live.firstInAt === null) return <StateMark tone="quiet">–</StateMark>;
  const away = live.isHere ? awayOf(props.model.lastEventOf(props.view.row.patientId)) : null;
  if (away !== null) {
    const since = sayClock(away.since, zone);
    return away.because === "individual" ? (
      <StateMark icon={SwitchIcon} tone="short" title={t`In an individual session since ${since}`}>
        {t`Out ${since}`}
      </StateMark>
    ) : (
      <StateMark icon={OfflineIcon} tone="short" title={t`Their line broke off at ${since}`}>
        {t`Cut off ${since}`}
      </StateMark>
    );
  }
  const came = sayClock(live.firstInAt, zone);
  const mode = live.mode ?? "room";
  // How they take part is billed: it is seen of those who came late, too.
  const icon = mode === "room" ? LateIcon : modeIcons[mode];
  if (live.status === "left-early" && live.lastOutAt !== null) {
    const left = sayClock(live.lastOutAt, zone);
    return (
      <StateMark icon={icon} tone="short" title={t`Came ${came}, left ${left}`}>
        {t`Left ${left}`}
      </StateMark>
    );
  }
  if (live.status === "late" || live.status === "partial") {
    return <StateMark icon={icon} tone="short">{t`Late ${came}`}</StateMark>;
  }
  return (
    <StateMark icon={modeIcons[mode]}>
      {mode === "room" ? t`Room ${came}` : mode === "video" ? t`Video ${came}` : t`Phone ${came}`}
    </StateMark>
  );
};

const useArrivalActs = ({ model, view }: Props, onLeave: () => void): readonly MenuGroup[] => {
  const { t } = useLingui();
  const { patientId } = view.row;
  const last = model.lastEventOf(patientId);
  const { isHere } = view.live;
  const isVideo = view.live.mode === "video";
  const away = awayOf(last);
  const happen = (kind: Happening["kind"], mode?: "room" | "video") => () =>
    model.happen({ kind, patientId, ...(mode && { mode }) });
  const here = isHere && away === null;
  return [
    {
      acts: [
        ...(here ? [{ label: t`Leaves now`, icon: LeaveIcon, onPress: onLeave }] : []),
        ...(here && isVideo
          ? [{ label: t`The line breaks off`, icon: OfflineIcon, onPress: happen("failure-start") }]
          : []),
        ...(away?.because === "line"
          ? [{ label: t`The line is back`, icon: SignalIcon, onPress: happen(away.back) }]
          : []),
        ...(here
          ? [
              {
                label: t`Goes to an individual session`,
                icon: SwitchIcon,
                onPress: happen("pulled-out"),
              },
            ]
          : []),
        ...(away?.because === "individual"
          ? [{ label: t`Is back in the group`, icon: ArriveIcon, onPress: happen(away.back) }]
          : []),
        ...(here
          ? [
              isVideo
                ? { label: t`Now in the room`, icon: ArriveIcon, onPress: happen("mode", "room") }
                : { label: t`Now by video`, icon: VideoIcon, onPress: happen("mode", "video") },
            ]
          : []),
        ...(!isHere && !isOver(model) && view.live.firstInAt !== null
          ? [
              {
                label: t`Comes back`,
                icon: ArriveIcon,
                onPress: happen("arrive", isVideo ? "video" : "room"),
              },
            ]
          : []),
      ],
    },
    {
      acts: last
        ? [
            {
              label: t`Take the last entry back`,
              icon: UndoIcon,
              onPress: () => model.happen({ kind: "strike", patientId, correctsId: last.id }),
            },
          ]
        : [],
    },
  ];
};

/** The one act that comes next: whoever is here leaves, whoever is out for a while comes back. */
const useNextAct = ({ model, view }: Props, onLeave: () => void) => {
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

/** When and how somebody came, and what else can be said of it. */
export const ArrivalCell = (props: Props & { readonly onLeave: () => void }): ReactNode => {
  const groups = useArrivalActs(props, props.onLeave);
  const next = useNextAct(props, props.onLeave);
  if (!props.model.mayRecord) return <Said {...props} />;
  return (
    <CellPair {...next}>
      <Menu
        trigger={
          <CellButton isAside>
            <Said {...props} />
          </CellButton>
        }
        groups={groups}
      />
    </CellPair>
  );
};
