import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { arrivalOf, awayOf, phaseOf } from "#web/charting/arrival.ts";
import { useArrivalActs, useNextAct, type ArrivalActsProps } from "#web/charting/arrival-acts.ts";
import { reasonWord } from "#web/charting/attendance-words.ts";
import { sayClock } from "#web/charting/clock-words.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import type { RowView } from "#web/charting/room-view.ts";
import { Button } from "#web/ui/button.tsx";
import { CellActs, CellButton, CellPair } from "#web/ui/cell-button.tsx";
import {
  ArriveIcon,
  LateIcon,
  PhoneIcon,
  SetupIcon,
  OfflineIcon,
  SwitchIcon,
  VideoIcon,
} from "#web/ui/icons.ts";
import { Menu } from "#web/ui/menu.tsx";
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
  const phase = phaseOf(model);
  const over = phase === "over";
  const starts = sayClock(model.room.session.startsAt, model.room.session.zone);
  const absent = (
    <Button size="small" kind="quiet" label={t`Absent, ${name}`} onPress={props.onAbsent}>
      <Trans>Absent</Trans>
    </Button>
  );
  if (phase === "shut") return <CellActs label={t`Attendance of ${name}`}>{absent}</CellActs>;
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
      {phase === "late" && (
        <Button
          size="small"
          kind="quiet"
          label={t`In the room from ${starts}, ${name}`}
          onPress={() => model.happen(arrivalOf(model, patientId, "room", true))}
        >
          <Trans>In the room from {starts}</Trans>
        </Button>
      )}
      {phase === "late" && (
        <Button
          size="small"
          kind="quiet"
          label={t`Video from ${starts}, ${name}`}
          onPress={() => model.happen(arrivalOf(model, patientId, "video", true))}
        >
          <Trans>Video from {starts}</Trans>
        </Button>
      )}
      <Button
        size="small"
        kind="quiet"
        label={t`Came at another time, ${name}`}
        onPress={props.onCameAt}
      >
        <Trans>Came at</Trans>
      </Button>
      {absent}
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

/** When and how somebody came, and what else can be said of it. */
export const ArrivalCell = (props: ArrivalActsProps): ReactNode => {
  const groups = useArrivalActs(props);
  const next = useNextAct(props);
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
