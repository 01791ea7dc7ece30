import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { readTimeline } from "#domain/charting/chart.api.ts";
import type { Chart, TimelineEntry, TimelineKind } from "#domain/charting/chart.ts";
import { endReasonSchema } from "#domain/admissions/admission-terms.ts";
import { sayClosure } from "#web/platform/closure-words.ts";
import { sayLengthToMinute } from "#web/platform/clock-length.ts";
import { call } from "#web/platform/call.ts";
import { notify } from "#web/platform/notices.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { attendanceWord, modeWord } from "#web/charting/chart-words.ts";
import { bandWord } from "#web/platform/band-words.ts";
import { endWords, planStatusWords } from "#web/charting/plan-words.ts";
import { Button } from "#web/ui/button.tsx";
import { Card, CardFoot } from "#web/ui/card.tsx";
import {
  AdmissionIcon,
  AuthorizationIcon,
  DischargeIcon,
  DoneIcon,
  MeasureIcon,
  ObjectiveIcon,
  PhoneIcon,
  RiskIcon,
  SessionIcon,
  type Icon,
} from "#web/ui/icons.ts";
import { Link } from "#web/ui/link.tsx";
import { Quiet } from "#web/ui/quiet.tsx";
import { Timeline } from "#web/ui/timeline.tsx";

const icons: Readonly<Record<TimelineKind, Icon>> = {
  session: SessionIcon,
  measure: MeasureIcon,
  "call-asked": RiskIcon,
  "call-taken": PhoneIcon,
  "call-closed": DoneIcon,
  admission: AdmissionIcon,
  discharge: DischargeIcon,
  authorization: AuthorizationIcon,
  objective: ObjectiveIcon,
};

/** As many as stand beside the plan; the others come when somebody asks. */
const shownFirst = 8;

const Title = (props: { readonly entry: TimelineEntry }): ReactNode => {
  const { i18n } = useLingui();
  const { kind, name, status, score, creditedMinutes, mode } = props.entry;
  switch (kind) {
    case "session": {
      const minutes = creditedMinutes ?? 0;
      const isCounted = minutes > 0 && status !== "running";
      const how = mode === null ? "" : ` ${i18n._(modeWord(mode))}`;
      return (
        <>
          {name}, {isCounted && sayLengthToMinute(minutes)}
          {isCounted ? how : i18n._(attendanceWord(status ?? ""))}
        </>
      );
    }
    case "measure":
      return (
        <Trans>
          {name.toUpperCase()} is {score ?? "–"}, {i18n._(bandWord(status ?? ""))}
        </Trans>
      );
    case "call-asked": {
      const measure = name.toUpperCase();
      return (
        <Trans>
          {measure}: item {status} answered with {score} of 3, a call was asked for
        </Trans>
      );
    }
    case "call-taken":
      return <Trans>The call was taken</Trans>;
    case "call-closed":
      return (
        <>
          <Trans>The call is closed</Trans>: {sayClosure(i18n, status ?? "")}
        </>
      );
    case "admission":
      return <Trans>Admitted to {name}</Trans>;
    case "discharge": {
      const reason = endReasonSchema.safeParse(status).data;
      return (
        <>
          <Trans>Discharged from {name}</Trans>
          {reason !== undefined && <>: {i18n._(endWords[reason])}</>}
        </>
      );
    }
    case "authorization":
      return <Trans>Authorization {name}</Trans>;
    case "objective":
      return (
        <>
          {status === "met" ? i18n._(planStatusWords.met) : i18n._(planStatusWords.discontinued)}:{" "}
          {name}
        </>
      );
  }
};

const NoteState = (props: { readonly entry: TimelineEntry }): ReactNode => {
  switch (props.entry.noteState) {
    case "none":
      return props.entry.by;
    case "signed":
      return (
        <>
          {props.entry.by} · <Trans>signed</Trans>
        </>
      );
    case "waits-for-cosignature":
      return (
        <>
          {props.entry.by} · <Trans>waits for cosignature</Trans>
        </>
      );
    case "returned":
      return (
        <>
          {props.entry.by} · <Trans>returned with comments</Trans>
        </>
      );
    case "retracted":
      return (
        <>
          {props.entry.by} · <Trans>note taken back</Trans>
        </>
      );
  }
};

/** What was written of it; of a make-up that earned nothing first why. */
const Detail = ({ entry }: { readonly entry: TimelineEntry }): ReactNode => (
  <>
    {entry.isOverLimit && (
      <Trans>A make-up beyond those that count in its week: its hours are not credited.</Trans>
    )}{" "}
    {entry.words}
  </>
);

/** What happened, as the way to what was written of it. */
const Entry = (props: { readonly entry: TimelineEntry; readonly patientId: string }): ReactNode => {
  const { entry, patientId } = props;
  const mayReadNotes = useCan("notes:read");
  if (entry.noteId !== null && mayReadNotes)
    return (
      <Link to={paths.note(entry.noteId)}>
        <Title entry={entry} />
      </Link>
    );
  if (entry.measureId !== null)
    return (
      <Link to={paths.measure(patientId, entry.measureId)}>
        <Title entry={entry} />
      </Link>
    );
  return <Title entry={entry} />;
};

/** What happened, newest first; older pages come at the end of the list. */
export const ChartTimelineCard = (props: {
  readonly patientId: string;
  readonly timeline: Chart["timeline"];
}): ReactNode => {
  const { t } = useLingui();
  const { patientId, timeline } = props;
  const [older, setOlder] = useState<Chart["timeline"] | null>(null);
  const [busy, setBusy] = useState(false);
  const mayReadNotes = useCan("notes:read");
  const rows = [...timeline.rows, ...(older?.rows ?? [])];
  const cursor = older === null ? timeline.nextCursor : older.nextCursor;
  const [isLong, setIsLong] = useState(false);
  const shown = isLong ? rows : rows.slice(0, shownFirst);
  const hasMore = shown.length < rows.length || cursor !== null;
  const more = async (): Promise<void> => {
    if (!isLong) return setIsLong(true);
    if (cursor === null) return;
    setBusy(true);
    try {
      const page = await call(readTimeline, { patientId, cursor });
      setOlder({ rows: [...(older?.rows ?? []), ...page.rows], nextCursor: page.nextCursor });
    } catch {
      notify({ text: t`Older entries did not come. Try again.`, tone: "risk" });
    }
    setBusy(false);
  };
  return (
    <Card
      title={<Trans>Timeline</Trans>}
      aside={t`newest first`}
      actions={
        mayReadNotes && (
          <Button size="small" kind="quiet" to={paths.notes(patientId)}>
            <Trans>All notes</Trans>
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <Quiet>
          <Trans>Nothing has happened yet.</Trans>
        </Quiet>
      ) : (
        <Timeline
          entries={shown.map((entry) => ({
            id: `${entry.kind} ${entry.id}`,
            at: entry.at ?? entry.day,
            ...(entry.zone !== null && { zone: entry.zone }),
            title: <Entry entry={entry} patientId={patientId} />,
            ...((entry.words !== null || entry.isOverLimit) && {
              detail: <Detail entry={entry} />,
            }),
            ...(entry.by !== null &&
              entry.kind !== "measure" && { by: <NoteState entry={entry} /> }),
            icon: icons[entry.kind],
          }))}
        />
      )}
      {hasMore && (
        <CardFoot>
          <Button size="small" busy={busy} onPress={() => void more()}>
            <Trans>Show older</Trans>
          </Button>
        </CardFoot>
      )}
    </Card>
  );
};
