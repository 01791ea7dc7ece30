import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import { takeTask } from "#domain/tasks/task.api.ts";
import { isAskedOfSession } from "#domain/tasks/asked-kind.ts";
import type { Task } from "#domain/tasks/task.ts";
import { sayClosure } from "#web/platform/closure-words.ts";
import { sayOwnerRole } from "#web/platform/owner-words.ts";
import { paths } from "#web/platform/paths.ts";
import { useSayReach } from "#web/platform/reach-words.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useNow } from "#web/platform/use-now.ts";
import { taskWords } from "#web/tasks/task-words.ts";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { DoneIcon, PhoneIcon, RiskIcon, TaskIcon, type Icon } from "#web/ui/icons.ts";
import { Row } from "#web/ui/rows.tsx";
import { Time } from "#web/ui/time.tsx";

/** What has to be done, in a sentence. */
export const useSayTask = (): ((task: Task) => string) => {
  const { t } = useLingui();
  return (task) => {
    const name = task.patientName ?? "";
    const { item, value, words } = task.details;
    if (task.kind === "crisis-answer")
      return t`Call ${name}: answered item ${item} of the check-in with ${value} of 3`;
    if (task.kind === "high-risk")
      return t`${name}: risk was noted as high, see that they are safe`;
    if (task.kind === "tell-of-retraction") return t`${name}: tell whoever has the retracted note`;
    const said = String(words ?? "");
    return name === "" ? said : `${name}: ${said}`;
  };
};

/** Whose it is: a person, or everybody of a role. */
export const useSayOwner = (): ((task: Task) => string) => {
  const { i18n } = useLingui();
  return ({ ownerName, ownerRole }) => ownerName ?? sayOwnerRole(i18n, ownerRole);
};

/** Whether somebody is at it, beside whose it is. */
export const Taken = (props: { readonly task: Task }): ReactNode =>
  props.task.takenAt === null ? <Trans>nobody has taken it yet</Trans> : <Trans>taken</Trans>;

/** What the person allowed to be done with the number that stands beside: in a crisis it is shown whatever they allowed. */
export const Reach = (props: { readonly task: Task }): ReactNode => {
  const sayReach = useSayReach();
  const { patientReach } = props.task;
  if (patientReach === null) return null;
  const ways = sayReach(patientReach);
  return ways === "" ? (
    <Trans>allowed: neither call, text nor leave voicemail</Trans>
  ) : (
    <Trans>allowed: {ways}</Trans>
  );
};

const Below = (props: { readonly task: Task }): ReactNode => {
  const { i18n } = useLingui();
  const { organization } = useSession();
  const { task } = props;
  const owner = useSayOwner()(task);
  const { zone } = organization;
  if (task.closedAt !== null && task.closure !== null)
    return (
      <>
        {sayClosure(i18n, task.closure)} · {task.closedBy} · <Time at={task.closedAt} zone={zone} />
        {task.closureWords !== null && ` · ${task.closureWords}`}
      </>
    );
  return (
    <>
      <Trans>
        by <Time at={task.dueAt} zone={zone} />
      </Trans>{" "}
      · {owner} · <Taken task={task} />
      {task.patientReach !== null && (
        <>
          {" · "}
          <Reach task={task} />
        </>
      )}
    </>
  );
};

/** Overdue, passed on, or a crisis. */
export const TaskMarks = (props: { readonly task: Task }): ReactNode => {
  const { task } = props;
  const now = useNow();
  if (task.closedAt !== null) return null;
  const passedOn = task.escalations > 0 && (
    <Chip meaning="risk">
      <Trans>Passed on</Trans>
    </Chip>
  );
  if (Date.parse(task.dueAt) < now.getTime())
    return (
      <>
        {passedOn}
        <Chip meaning="overdue">
          <Trans>Overdue</Trans>
        </Chip>
      </>
    );
  if (passedOn !== false) return passedOn;
  return task.urgency === "crisis" ? (
    <Chip meaning="risk">
      <Trans>Crisis</Trans>
    </Chip>
  ) : null;
};

const iconOf = ({ closedAt, urgency }: Task): Icon => {
  if (closedAt !== null) return DoneIcon;
  return urgency === "crisis" ? RiskIcon : TaskIcon;
};

/** Where a task leads: to the session whose notes are asked for, to its measure or note, or to the chart of whom it is about. */
export const placeOfTask = ({ patientId, recordKind, recordId }: Task): { to?: string } => {
  if (recordKind !== null && isAskedOfSession(recordKind) && recordId !== null)
    return { to: paths.session(recordId) };
  if (patientId === null) return {};
  if (recordKind === "patient-facts") return { to: paths.patientFacts(patientId) };
  if (recordKind === "measure" && recordId !== null)
    return { to: paths.measure(patientId, recordId) };
  if (recordKind === "note" && recordId !== null) return { to: paths.note(recordId) };
  return { to: paths.patient(patientId) };
};

/** What is done about an open task: calling whom it is about, taking it, closing it. */
export const TaskActs = (props: {
  readonly task: Task;
  readonly onClose: (task: Task) => void;
}): ReactNode => {
  const { task } = props;
  const { staffId } = useSession();
  const mayWork = useCan("tasks:work") && task.closedAt === null;
  const take = useAct(takeTask, { words: taskWords });
  const isTaken = task.takenAt !== null;
  const isMine = isTaken && task.ownerStaffId === staffId;
  if (!mayWork) return null;
  return (
    <>
      {task.patientReach !== null && (
        <Button size="small" icon={PhoneIcon} href={`tel:+1${task.patientReach.phone}`}>
          {spokenPhone(task.patientReach.phone)}
        </Button>
      )}
      {!isMine && (
        <Button
          size="small"
          kind={task.urgency === "crisis" && !isTaken ? "primary" : "plain"}
          busy={take.busy}
          onPress={() => void take.run({ taskId: task.id, version: task.version })}
        >
          {isTaken ? <Trans>Take over</Trans> : <Trans>Take</Trans>}
        </Button>
      )}
      <Button size="small" onPress={() => props.onClose(task)}>
        <Trans>Close</Trans>
      </Button>
    </>
  );
};

/** One task: what, about whom, by when, whose, and what is done about it. */
export const TaskRow = (props: {
  readonly task: Task;
  readonly onClose: (task: Task) => void;
}): ReactNode => {
  const { task } = props;
  const mayWork = useCan("tasks:work") && task.closedAt === null;
  const say = useSayTask();
  return (
    <Row
      icon={iconOf(task)}
      title={say(task)}
      below={<Below task={task} />}
      marks={<TaskMarks task={task} />}
      quiet={task.closedAt !== null}
      {...placeOfTask(task)}
      action={mayWork && <TaskActs task={task} onClose={props.onClose} />}
    />
  );
};
