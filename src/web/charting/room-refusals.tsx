import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { setAside } from "#domain/charting/set-aside.api.ts";
import { addAttendee } from "#domain/scheduling/attendance.api.ts";
import { attendanceProblemWords } from "#web/charting/attendance-words.ts";
import { useEntryWords } from "#web/charting/entry-words.ts";
import type { RoomRefusal } from "#web/charting/room-desk.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import { guestWords, roomWords } from "#web/charting/room-words.ts";
import { deviceName } from "#web/platform/device-name.ts";
import { paths } from "#web/platform/paths.ts";
import { sayProblem } from "#web/platform/problem-words.ts";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { Note, NoteActs } from "#web/ui/note.tsx";

interface Props {
  readonly model: RoomModel;
  readonly refusal: RoomRefusal;
}

const placesOf = (refusal: RoomRefusal) =>
  refusal.of === "events"
    ? refusal.refused.items.map(({ event }) => ({ patientId: event.patientId }))
    : refusal.refused.items.map(({ patientId, field }) => ({ patientId, field }));

/** The one person it is about, where it is about one. */
const personOf = ({ model, refusal }: Props) => {
  const ids = new Set(placesOf(refusal).map(({ patientId }) => patientId));
  const [id] = ids;
  const known = ids.size === 1 && id ? model.people[id] : undefined;
  return known && id ? { ...known, patientId: id } : null;
};

const useSetAside = ({ model, refusal }: Props) => {
  const { t } = useLingui();
  return useAct(setAside, {
    done: t`Set aside. The audit trail says so.`,
    onDone: () => model.letGo(refusal),
  });
};

/** What was to be said, so that nobody decides about something unseen. */
const Content = ({ model, refusal }: Props): ReactNode => {
  const say = useEntryWords(model.room.session.zone);
  if (refusal.of === "events")
    return refusal.refused.items.map(({ event }) => say(event)).join(", ");
  return refusal.refused.items
    .flatMap(({ value }) => (value === null ? [] : [`“${String(value)}”`]))
    .join(" ");
};

/** Everything that waits for the same seat: attendance and words are refused each by itself. */
const alikeOf = ({ model, refusal }: Props): readonly RoomRefusal[] => {
  const { code } = refusal.refused.problem;
  const patientId = personOf({ model, refusal })?.patientId;
  return model.refusals.filter(
    (other) =>
      other.refused.problem.code === code &&
      personOf({ model, refusal: other })?.patientId === patientId,
  );
};

const SeatAgain = (props: Props): ReactNode => {
  const { t } = useLingui();
  const { model } = props;
  const person = personOf(props);
  const act = useAct(addAttendee, {
    words: guestWords,
    changes: ["session"],
    done: t`They have a seat in this session. What was recorded is sent.`,
    onDone: () => {
      for (const one of alikeOf(props)) model.sendAgain(one);
    },
  });
  if (!person) return null;
  const { patientId, enrollmentId } = person;
  const sessionId = model.room.session.id;
  return (
    <Button
      size="small"
      busy={act.busy}
      onPress={() => void act.run({ sessionId, patientId, enrollmentId, kind: "guest" })}
    >
      <Trans>Seat as a guest and enter it</Trans>
    </Button>
  );
};

/** How it can still be taken: by giving the seat back, in the signed note, or by sending it once more. */
const OtherWay = (props: Props): ReactNode => {
  const { model, refusal } = props;
  const { code } = refusal.refused.problem;
  const person = personOf(props);
  const row = model.room.rows.find(({ patientId }) => patientId === person?.patientId);
  if (code === "not-on-roster" && person && !row) return <SeatAgain {...props} />;
  if (code === "already-signed" && row?.note)
    return (
      <Button size="small" to={paths.note(row.note.id)}>
        <Trans>Open the note</Trans>
      </Button>
    );
  return (
    <Button size="small" onPress={() => model.sendAgain(refusal)}>
      <Trans>Send it again</Trans>
    </Button>
  );
};

const Refused = (props: Props): ReactNode => {
  const { model, refusal } = props;
  const { items, problem } = refusal.refused;
  const aside = useSetAside(props);
  const name = personOf(props)?.name ?? model.room.session.name;
  const sentence = sayProblem(problem, { ...roomWords, ...attendanceProblemWords });
  const count = items.length;
  const put = (): void =>
    void aside.run({
      sessionId: model.room.session.id,
      because: problem.code,
      device: deviceName(),
      events: refusal.of === "events" ? refusal.refused.items.map(({ event }) => event) : [],
      words:
        refusal.of === "words"
          ? refusal.refused.items.map(({ patientId, field }) => ({ patientId, field }))
          : [],
    });
  return (
    <Note
      meaning="risk"
      action={
        <NoteActs>
          <OtherWay {...props} />
          <Button size="small" kind="quiet" busy={aside.busy} onPress={put}>
            <Trans>Set it aside</Trans>
          </Button>
        </NoteActs>
      }
    >
      {sentence}{" "}
      {count > 4 ? (
        <Trans>
          Kept on this device for {name}: {count} entries.
        </Trans>
      ) : (
        <Trans>
          Kept on this device for {name}: <Content {...props} />.
        </Trans>
      )}
    </Note>
  );
};

/** What the session could not take: kept on this device, seen by a person, never dropped in silence. */
export const RoomRefusals = (props: { readonly model: RoomModel }): ReactNode => {
  const { model } = props;
  const [refusal] = model.refusals;
  return refusal ? <Refused model={model} refusal={refusal} /> : null;
};
