import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type KeyboardEvent, type ReactNode } from "react";
import type { Finding } from "#domain/charting/guard-finding.ts";
import type { SessionRoom } from "#domain/charting/session-room.ts";
import { isSingle, standingAt } from "#domain/scheduling/session.ts";
import { sentenceStarts } from "#web/charting/sentence-starts.ts";
import { minutesBetween } from "#web/charting/clock-words.ts";
import { RoomBand } from "#web/charting/room-band.tsx";
import { RoomFoot } from "#web/charting/room-foot.tsx";
import { maySignNow, openPlaces, signingBlock, type OpenPlace } from "#web/charting/room-open.ts";
import { RoomGuest } from "#web/charting/room-guest.tsx";
import type { RoomModel } from "#web/charting/room-model.ts";
import { RoomNotes } from "#web/charting/room-notes.tsx";
import { RoomRow } from "#web/charting/room-row.tsx";
import { textOf } from "#web/charting/room-view.ts";
import { blockWords } from "#web/charting/room-words.ts";
import { SharedNoteCard } from "#web/charting/shared-note-card.tsx";
import { useRoom } from "#web/charting/use-room.ts";
import { useRoomWriters } from "#web/charting/use-room-writers.ts";
import { useRoomKeys } from "#web/charting/use-room-keys.ts";
import { useAsking, useRowAsker, type Asked } from "#web/charting/use-row-asker.ts";
import { useRows } from "#web/charting/use-rows.ts";
import { useSignRoom } from "#web/charting/use-sign-room.ts";
import { withStart } from "#web/charting/with-start.ts";
import { sayDate, sayTime } from "#web/platform/dates.ts";
import { notify } from "#web/platform/notices.ts";
import { paths } from "#web/platform/paths.ts";
import { spanOf } from "#web/platform/time-span.ts";
import { FittedScreen, type HeadFact, type HeadFigure } from "#web/ui/fitted-screen.tsx";
import { NotebookIcon, PeopleIcon, SessionTimeIcon, SiteIcon } from "#web/ui/icons.ts";
import { goToField } from "#web/ui/marked-area.tsx";
import { Roster, type RosterColumn } from "#web/ui/roster.tsx";
import { TwoTabs } from "#web/ui/two-tabs.tsx";

const minutesPerHour = 60;

const useFigures = ({ room, view, now }: RoomModel): readonly HeadFigure[] => {
  const { t } = useLingui();
  const { session } = room;
  const ends = sayTime(session.endsAt, session.zone);
  const starts = sayTime(session.startsAt, session.zone);
  const standing = standingAt(session, now.getTime());
  const ahead = standing === "scheduled";
  const over = standing === "ended";
  const run = ahead ? 0 : minutesBetween(session.startsAt, over ? session.endsAt : now);
  const hours = Math.floor(run / minutesPerHour);
  const minutes = run % minutesPerHour;
  const of = room.rows.length;
  const length =
    hours === 0 ? t`${minutes} min` : minutes === 0 ? t`${hours} h` : t`${hours} h ${minutes} min`;
  return [
    {
      id: "time",
      figure: length,
      below: ahead ? t`begins ${starts}` : over ? t`ended ${ends}` : t`running, ends ${ends}`,
    },
    {
      id: "here",
      figure: view.attendedCount,
      of: <Trans>of {of}</Trans>,
      below: <Trans>attended</Trans>,
      onDeskOnly: true,
    },
  ];
};

const useFacts = ({ room, view }: RoomModel): readonly HeadFact[] => {
  const { t } = useLingui();
  const { session } = room;
  const hours = spanOf(
    sayTime(session.startsAt, session.zone),
    sayTime(session.endsAt, session.zone),
  );
  const day = sayDate(session.serviceDate);
  const videos = view.rows.filter(({ live }) => live.mode === "video" && live.firstInAt).length;
  const place = session.roomName ?? session.siteName;
  const curriculum = textOf(view.shared.curriculum.value);
  return [
    { id: "time", icon: SessionTimeIcon, text: `${day}, ${hours}` },
    {
      id: "place",
      icon: SiteIcon,
      text: videos > 0 ? t`${place} + video (${videos})` : place,
    },
    { id: "activity", icon: NotebookIcon, text: curriculum || session.activity.name },
    {
      id: "led",
      icon: PeopleIcon,
      text: session.facilitators.map(({ name }) => name).join(", "),
      onDeskOnly: true,
    },
  ];
};

const useColumns = (alone: boolean): readonly RosterColumn[] => {
  const { t } = useLingui();
  return [
    { key: "name", head: t`Member` },
    { key: "arrival", head: t`Arrival` },
    { key: "minutes", head: t`Min`, hideBelow: "desk" },
    { key: "participation", head: t`Took part`, hideBelow: "tablet" },
    { key: "response", head: t`Response`, hideBelow: "tablet" },
    { key: "objective", head: t`Objective`, hideBelow: "desk" },
    { key: "line", head: alone ? t`The line` : t`One line, only theirs`, hideBelow: "tablet" },
    { key: "state", head: t`Note`, hideBelow: "tablet" },
  ];
};

const askedOf = ({ code, where: { field } }: Finding): Asked => {
  if (code === "risk-unsaid") return "risk";
  if (field === "objectiveId") return "progress";
  const known = ["participation", "response", "progress", "risk", "sentence", "nextStep"] as const;
  return known.find((one) => one === field) ?? "sentence";
};

/** The session room: the shared note beside the roster, the signature at the foot. */
export const SessionRoomPage = (props: { readonly room: SessionRoom }): ReactNode => {
  const { t, i18n } = useLingui();
  const model = useRoom(props.room);
  const [half, setHalf] = useState<"side" | "main">("main");
  const { view } = model;
  const asking = useAsking();
  const rows = useRows(model, (patientId) => asking[1]({ of: patientId, asked: "reason" }));
  const chosen = view.rows.find(({ row }) => row.patientId === rows.chosenId);
  const asker = useRowAsker(model, chosen, rows.writeLine, asking);
  const signing = useSignRoom(model);
  const facts = useFacts(model);
  const figures = useFigures(model);
  const { session } = model.room;
  const alone = isSingle(props.room.session.activity.format);
  const columns = useColumns(alone);
  const goTo = (place: OpenPlace): void => {
    const { field } = place.found.finding.where;
    setHalf(place.kind === "shared" ? "side" : "main");
    if (place.kind === "shared") requestAnimationFrame(() => goToField(field));
    else {
      rows.goTo(place.view.row.patientId);
      asker.askOf(place.view.row.patientId, askedOf(place.found.finding));
    }
  };
  const next = (): void => {
    const [place] = openPlaces(view);
    if (place) goTo(place);
  };
  const sign = (): void => {
    if (maySignNow(model)) void signing.sign();
    else {
      const block = signingBlock(model);
      const text = block
        ? i18n._(blockWords[block])
        : t`Nothing is signed yet: this is still open.`;
      if (openPlaces(view).length > 0)
        notify({ text, tone: "risk", about: `signature of ${session.id}` });
      next();
    }
  };
  useRoomKeys({ model, rows, view: chosen, asker, sign, next });
  const onLineKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const at = event.altKey ? Number(event.code.replace("Digit", "")) - 1 : Number.NaN;
    const start =
      chosen &&
      sentenceStarts({
        response: chosen.part.response ?? null,
        progress: chosen.part.progress ?? null,
      })[at];
    if (!start || !chosen) {
      rows.onLineKey(event);
      return;
    }
    event.preventDefault();
    asker.writeLine(withStart(textOf(chosen.fields.sentence.value), i18n._(start)));
  };
  const count = view.rows.length;
  const isWritten = model.mayWrite && chosen !== undefined && chosen.state !== "signed";
  const writersAt = useRoomWriters(session.id, isWritten ? chosen.row.patientId : null);
  return (
    <FittedScreen
      title={session.name}
      above={[{ label: t`Sessions`, to: paths.sessions }]}
      facts={facts}
      figures={figures}
      band={
        <>
          <RoomNotes model={model} />
          <RoomBand model={model} />
        </>
      }
      tabs={
        <TwoTabs
          label={t`Halves of the room`}
          chosen={half}
          onChoose={setHalf}
          halves={[
            { name: "main", icon: PeopleIcon, label: t`Roster · ${count}` },
            {
              name: "side",
              icon: NotebookIcon,
              label: alone ? t`About the session` : t`Shared note`,
            },
          ]}
        />
      }
      shown={half}
      side={<SharedNoteCard model={model} chosen={chosen} writers={writersAt("shared")} />}
      main={
        <Roster
          label={t`Roster`}
          columns={columns}
          onMove={rows.move}
          foot={model.mayRecord && !alone && <RoomGuest model={model} onSeated={rows.goTo} />}
        >
          {view.rows.map((row) => (
            <RoomRow
              key={row.row.patientId}
              model={model}
              view={row}
              rows={{ ...rows, onLineKey }}
              asker={asker}
              line={rows.line}
              writers={writersAt(row.row.patientId)}
            />
          ))}
        </Roster>
      }
      onPhone={<Trans>Notes are written and signed on a tablet or a computer.</Trans>}
      foot={<RoomFoot model={model} busy={signing.busy} onNext={next} onGo={goTo} onSign={sign} />}
    />
  );
};
