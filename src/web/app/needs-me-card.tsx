import { Plural, Trans } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { listCosignatures } from "#domain/charting/member-note.api.ts";
import { listOvertakenNotes } from "#domain/charting/overtaken-note.api.ts";
import type { Output } from "#domain/contract/route.ts";
import type { readHome } from "#domain/practice/home.api.ts";
import { listLateNotes } from "#domain/reporting/late-note.api.ts";
import { listTasks } from "#domain/tasks/task.api.ts";
import type { Task } from "#domain/tasks/task.ts";
import {
  AuthorizationsEndingRow,
  CoverageNeedsRows,
  useCoverageNeeds,
} from "#web/app/coverage-needs.tsx";
import { CredentialRow, WithoutSupervisorRow } from "#web/app/credential-rows.tsx";
import { countMoneyNeeds, MoneyNeedsRows, useMoneyNeeds } from "#web/app/money-needs.tsx";
import { NewStaysRow, useNewStayNeeds } from "#web/app/new-stay-needs.tsx";
import { RatioNeedsRows, useRatioNeeds } from "#web/app/ratio-needs.tsx";
import { OvertakenNoteRow } from "#web/charting/overtaken-note-row.tsx";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { LateNoteRow } from "#web/reporting/late-note-row.tsx";
import { CloseTaskDialog } from "#web/tasks/close-task.tsx";
import { TaskRow } from "#web/tasks/task-row.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { ErrorPanel } from "#web/ui/error-panel.tsx";
import { EditIcon, SignIcon } from "#web/ui/icons.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Time } from "#web/ui/time.tsx";

type Home = Output<typeof readHome>;
type Waiting = Output<typeof listCosignatures>["rows"];

const mostTasks = 8;
const mostNotes = 50;
const mostUnsigned = 5;
const mostCredentials = 8;

/** What waits for the person who looks: their tasks, worst first, and notes that stand between author and supervisor. */
const useWaiting = () => {
  const maySeeTasks = useCan("tasks:read");
  const maySeeNotes = useCan("notes:read");
  const tasks = useRead(
    listTasks,
    { whose: "mine", state: "open", limit: mostTasks },
    { enabled: maySeeTasks },
  );
  const notes = useRead(
    listCosignatures,
    { whose: "mine", limit: mostNotes },
    { enabled: maySeeNotes },
  );
  const unsigned = useRead(
    listLateNotes,
    { whose: "mine" },
    { enabled: maySeeNotes, alsoOn: ["session", "note", "attendance"] },
  );
  const overtaken = useRead(
    listOvertakenNotes,
    {},
    { enabled: maySeeNotes, alsoOn: ["note", "attendance"] },
  );
  const reads = [tasks, notes, unsigned, overtaken];
  const mine = (notes.data?.rows ?? []).filter(({ isMine }) => isMine);
  const cameBack = mine.filter(({ state }) => state === "returned");
  return {
    tasks: tasks.data?.rows ?? [],
    taskCount: tasks.data?.total ?? 0,
    unsigned: unsigned.data?.rows ?? [],
    toSign: mine.filter(({ state }) => state === "waiting"),
    cameBack,
    // One correction ends both.
    overtaken: (overtaken.data?.rows ?? []).filter(
      ({ id }) => !cameBack.some((one) => one.id === id),
    ),
    isLoading:
      (maySeeTasks && tasks.isPending) ||
      (maySeeNotes && [notes, unsigned, overtaken].some(({ isPending }) => isPending)),
    hasFailed: reads.some(({ isError }) => isError),
    again: () => {
      for (const read of reads) if (read.isError) void read.refetch();
    },
  };
};

const ToSignRow = (props: { readonly notes: Waiting }): ReactNode => {
  const { notes } = props;
  const mayCosign = useCan("notes:cosign");
  const oldest = notes.toSorted((one, other) => (one.serviceDate < other.serviceDate ? -1 : 1))[0];
  return (
    <Row
      icon={SignIcon}
      to={paths.cosign}
      title={
        <Plural
          value={notes.length}
          one="# note waits for your cosignature"
          other="# notes wait for your cosignature"
        />
      }
      below={
        oldest !== undefined && (
          <>
            <Trans>
              The oldest is of <Time at={oldest.serviceDate} as="day" />, by {oldest.authorName}
            </Trans>
            {!mayCosign && (
              <>
                {" · "}
                <Trans>Your role does not include cosigning. Ask whoever manages people.</Trans>
              </>
            )}
          </>
        )
      }
      marks={
        <Chip meaning="short">
          <Trans>Held until signed</Trans>
        </Chip>
      }
      action={
        <Button size="small" to={paths.cosign}>
          {mayCosign ? <Trans>Cosign</Trans> : <Trans>See</Trans>}
        </Button>
      }
    />
  );
};

const CameBackRow = (props: { readonly note: Waiting[number] }): ReactNode => {
  const { id, patientName, comment, serviceDate, sessionName } = props.note;
  return (
    <Row
      icon={EditIcon}
      to={paths.note(id)}
      title={<Trans>Your note of {patientName} came back</Trans>}
      below={
        <>
          <Time at={serviceDate} as="day" /> · {sessionName}
          {comment !== null && <> · {comment}</>}
        </>
      }
      action={
        <Button size="small" to={paths.noteCorrection(id)}>
          <Trans>Correct</Trans>
        </Button>
      }
    />
  );
};

const MoreTasks = (props: { readonly hidden: number }): ReactNode => (
  <Row
    title={<Plural value={props.hidden} one="# more task" other="# more tasks" />}
    to={paths.tasks}
  />
);

/** What needs the person who looks, worst first: tasks, then signatures, then what runs out. */
export const NeedsMeCard = (props: { readonly home: Home }): ReactNode => {
  const { credentials, credentialCount, withoutSupervisor } = props.home;
  const waiting = useWaiting();
  const money = useMoneyNeeds();
  const coverage = useCoverageNeeds();
  const newStays = useNewStayNeeds();
  const ratio = useRatioNeeds();
  const { tasks, taskCount, toSign, cameBack, overtaken, unsigned } = waiting;
  const [closing, setClosing] = useState<Task | null>(null);
  const shown = credentials.slice(0, mostCredentials);
  const hidden = credentialCount - shown.length;
  const lapsed = shown.filter(({ daysLeft }) => daysLeft < 0);
  const ending = shown.filter(({ daysLeft }) => daysLeft >= 0);
  const isLoading = [waiting, money, coverage, newStays, ratio].some((one) => one.isLoading);
  const moreTasks = taskCount - tasks.length;
  const moreUnsigned = unsigned.length - mostUnsigned;
  // As many things as rows: what is folded into one is one.
  const count =
    tasks.length +
    Math.min(moreTasks, 1) +
    ratio.today.length +
    ratio.later.length +
    Math.min(unsigned.length, mostUnsigned + 1) +
    Math.min(toSign.length, 1) +
    cameBack.length +
    overtaken.length +
    countMoneyNeeds(money) +
    coverage.rows.length +
    Math.min(newStays.rows.length, 1) +
    Math.min(coverage.ending.length, 1) +
    shown.length +
    Math.min(hidden, 1) +
    withoutSupervisor.length;
  return (
    <Card
      flush
      title={<Trans>What needs me</Trans>}
      aside={
        count > 0 &&
        !isLoading && (
          <Plural
            value={count}
            one="# thing, most pressing first"
            other="# things, most pressing first"
          />
        )
      }
    >
      {waiting.hasFailed && (
        <ErrorPanel onRetry={waiting.again}>
          <Trans>Tasks and signatures could not be loaded. Nothing is lost.</Trans>
        </ErrorPanel>
      )}
      {count === 0 && isLoading && <Skeleton rows={3} />}
      {count === 0 && !isLoading && !waiting.hasFailed && (
        <EmptyState>
          <Trans>
            Nothing needs you now. Tasks, signatures and credentials that run out show here.
          </Trans>
        </EmptyState>
      )}
      {count > 0 && (
        <Rows>
          {tasks.map((task) => (
            <TaskRow key={task.id} task={task} onClose={setClosing} />
          ))}
          {moreTasks > 0 && <MoreTasks hidden={moreTasks} />}
          <RatioNeedsRows rows={ratio.today} />
          {unsigned.slice(0, mostUnsigned).map((note) => (
            <LateNoteRow key={note.sessionId} note={note} />
          ))}
          {moreUnsigned > 0 && (
            <Row
              to={paths.lateNotes}
              title={
                <Plural
                  value={moreUnsigned}
                  one="# more session to finish"
                  other="# more sessions to finish"
                />
              }
            />
          )}
          {cameBack.map((note) => (
            <CameBackRow key={note.id} note={note} />
          ))}
          {overtaken.map((note) => (
            <OvertakenNoteRow key={note.id} note={note} />
          ))}
          {toSign.length > 0 && <ToSignRow notes={toSign} />}
          <MoneyNeedsRows needs={money} />
          <AuthorizationsEndingRow ending={coverage.ending} asks={coverage.asks} />
          <NewStaysRow rows={newStays.rows} />
          <CoverageNeedsRows rows={coverage.rows} />
          {lapsed.map((credential) => (
            <CredentialRow key={credential.id} credential={credential} />
          ))}
          <RatioNeedsRows rows={ratio.later} />
          {ending.map((credential) => (
            <CredentialRow key={credential.id} credential={credential} />
          ))}
          {hidden > 0 && (
            <Row
              to={paths.staff}
              title={<Plural value={hidden} one="# more credential" other="# more credentials" />}
            />
          )}
          {withoutSupervisor.map((staff) => (
            <WithoutSupervisorRow key={staff.staffId} staff={staff} />
          ))}
        </Rows>
      )}
      {count > 0 && isLoading && <Skeleton rows={2} />}
      <CloseTaskDialog task={closing} among={tasks} onClose={() => setClosing(null)} />
    </Card>
  );
};
