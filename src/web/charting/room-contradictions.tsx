import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { correctAttendance } from "#domain/scheduling/attendance.api.ts";
import type { AttendanceEvent, NewAttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import type { Contradiction, Side } from "#domain/scheduling/contradiction.ts";
import { attendanceProblemWords } from "#web/charting/attendance-words.ts";
import { sayClock } from "#web/charting/clock-words.ts";
import { useEntryWords } from "#web/charting/entry-words.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import { timeNow } from "#web/platform/clock.ts";
import { deviceName } from "#web/platform/device-name.ts";
import { newId } from "#web/platform/new-id.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { Note, NoteActs } from "#web/ui/note.tsx";

type Found = Contradiction<AttendanceEvent>;
type FoundSide = Side<AttendanceEvent>;

const strikeOf = ({ id, patientId }: AttendanceEvent): NewAttendanceEvent => ({
  id: newId(),
  patientId,
  kind: "strike",
  mode: null,
  reason: null,
  occurredAt: timeNow().toISOString(),
  correctsId: id,
});

/** Who said it, on which device, and when the server heard of it. */
const SaidBy = (props: { readonly event: AttendanceEvent; readonly zone: string }): ReactNode => {
  const { t } = useLingui();
  const { event, zone } = props;
  const who = event.actorName;
  const device =
    event.device === deviceName() ? t`this device` : (event.device ?? t`another device`);
  const heard = sayClock(event.receivedAt, zone);
  const what = useEntryWords(zone)(event);
  return (
    <Trans>
      <b>{what}</b> ({who}, {device}, heard {heard})
    </Trans>
  );
};

/** Takes one side out of the ledger: with the reason where this person may correct it, else as one takes back an entry. */
const useStrike = (model: RoomModel) => {
  const { t } = useLingui();
  const say = useEntryWords(model.room.session.zone);
  const mayCorrect = useCan("attendance:correct");
  const act = useAct(correctAttendance, {
    words: attendanceProblemWords,
    changes: ["session", "attendance"],
    done: t`Decided. The other entry stays in the ledger, struck.`,
  });
  const strike = (fallen: FoundSide, kept: FoundSide | null): void => {
    const fell = say(fallen.event);
    const stands = kept && say(kept.event);
    const why = stands
      ? t`Two devices disagreed: “${stands}” is right, “${fell}” is not.`
      : t`“${fell}” was heard after the signature and is not right.`;
    if (mayCorrect)
      void act.run({
        sessionId: model.room.session.id,
        why,
        events: fallen.entries.map(strikeOf),
      });
    else
      model.happen(
        ...fallen.entries.map(({ id, patientId }) => ({
          kind: "strike" as const,
          patientId,
          correctsId: id,
        })),
      );
  };
  return { strike, busy: act.busy };
};

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);

const AfterSigning = (props: { readonly model: RoomModel; readonly found: Found }): ReactNode => {
  const { model, found } = props;
  const { strike, busy } = useStrike(model);
  const { zone } = model.room.session;
  const row = model.room.rows.find(({ patientId }) => patientId === found.patientId);
  if (!row?.note) return null;
  const { name } = row;
  const signedAt = sayClock(row.note.signedAt, zone);
  const author = row.note.authorName;
  return (
    <Note
      meaning="risk"
      action={
        <NoteActs>
          <Button size="small" to={paths.note(row.note.id)}>
            <Trans>Correct the note</Trans>
          </Button>
          <Button size="small" busy={busy} onPress={() => strike(found.first, null)}>
            <Trans>Take the entry back</Trans>
          </Button>
        </NoteActs>
      }
    >
      <Trans>
        {name}: <SaidBy event={found.first.event} zone={zone} />. {author} had signed the note at{" "}
        {signedAt} without knowing of it.
      </Trans>
    </Note>
  );
};

const TwoSides = (props: {
  readonly model: RoomModel;
  readonly found: Found;
  readonly first: FoundSide;
  readonly second: FoundSide;
}): ReactNode => {
  const { t } = useLingui();
  const { model, found, first, second } = props;
  const { strike, busy } = useStrike(model);
  const { session, rows } = model.room;
  const say = useEntryWords(session.zone);
  const name = rows.find(({ patientId }) => patientId === found.patientId)?.name ?? session.name;
  const keep = (kept: FoundSide, fallen: FoundSide) => {
    const words = capital(say(kept.event));
    return (
      <Button
        size="small"
        busy={busy}
        label={t`${words} is right for ${name}`}
        onPress={() => strike(fallen, kept)}
      >
        {words}
      </Button>
    );
  };
  return (
    <Note
      meaning="risk"
      action={
        <NoteActs>
          {keep(first, second)}
          {keep(second, first)}
        </NoteActs>
      }
    >
      <Trans>
        Two devices disagree about {name}: <SaidBy event={first.event} zone={session.zone} /> and{" "}
        <SaidBy event={second.event} zone={session.zone} />. Which is right?
      </Trans>
    </Note>
  );
};

/** What devices said without knowing of each other: one after the other, until a person has decided all of it. */
export const RoomContradictions = (props: { readonly model: RoomModel }): ReactNode => {
  const { model } = props;
  const [found] = model.contradictions;
  if (!found || !model.mayRecord) return null;
  if (!found.second) return <AfterSigning model={model} found={found} />;
  return <TwoSides model={model} found={found} first={found.first} second={found.second} />;
};
