import { plural } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { sendAgain } from "#domain/billing/claims/acknowledgment.api.ts";
import type { Acknowledgment } from "#domain/billing/claims/acknowledgment.ts";
import { standingAfter } from "#domain/billing/claims/acknowledgment.ts";
import type { readClaimFile } from "#domain/billing/claims/claim-file.api.ts";
import { isToSendAgain, isYetToGo } from "#domain/billing/claims/rejected-claim.ts";
import type { Output } from "#domain/contract/route.ts";
import {
  acknowledgmentKindWords,
  standingWords,
} from "#web/billing/claims/acknowledgment-words.ts";
import { claimProblemWords } from "#web/billing/claims/claim-words.ts";
import { FaultRows, useNotesSaid } from "#web/billing/claims/fault-rows.tsx";
import { HereNote, TakenBackNote } from "#web/billing/claims/file-here.tsx";
import { NoteAnswerForm } from "#web/billing/claims/note-answer-form.tsx";
import { TakeInAnswers } from "#web/billing/claims/take-in-panel.tsx";
import { OfClaims } from "#web/billing/claims/standing-chip.tsx";
import { dayAt, sayDate } from "#web/platform/dates.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useOrganizationZone } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Note } from "#web/ui/note.tsx";
import { Quiet } from "#web/ui/quiet.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Timeline } from "#web/ui/timeline.tsx";

type WholeFile = Output<typeof readClaimFile>;

/** The answer by which a file stands; the last word on its content, else on its envelope. */
export const decidingOf = (all: readonly Acknowledgment[]): Acknowledgment | undefined => {
  const said = all.filter(({ verdict }) => verdict !== "unknown");
  return said.find(({ kind }) => kind !== "TA1") ?? said[0];
};

const SendAgain = (props: { readonly whole: WholeFile; readonly count: number }): ReactNode => {
  const { t } = useLingui();
  const { file } = props.whole;
  const day = sayDate(dayAt(file.standsSince, useOrganizationZone()));
  const act = useAct(sendAgain, {
    words: claimProblemWords,
    changes: ["claim-file", "claim", "hold", "day-charge"],
    done: ({ made, held, letGo, left }) => {
      const kept = held + left.length;
      if (made + letGo + kept === 0) return t`A colleague sent them again a moment ago.`;
      const said = [
        made > 0 &&
          plural(made, {
            one: "# claim was made again. It goes with the next file.",
            other: "# claims were made again. They go with the next file.",
          }),
        letGo > 0 &&
          plural(letGo, {
            one: "# claim has nothing left to bill and was closed.",
            other: "# claims have nothing left to bill and were closed.",
          }),
        kept > 0 &&
          plural(kept, {
            one: "# has to be looked at first.",
            other: "# have to be looked at first.",
          }),
      ];
      return said.filter(Boolean).join(" ");
    },
  });
  const run = (): void =>
    void act.run({ claimFileId: file.id, reason: t`Rejected unread on ${day}, with its file` });
  return (
    <Button kind="primary" busy={act.busy} onPress={run}>
      <Plural value={props.count} one="Send # again" other="Send # again" />
    </Button>
  );
};

/** What a rejection asks for: claims at fault are mended one by one, the others go again in one act. */
const Rejection = (props: { readonly whole: WholeFile }): ReactNode => {
  const { file, rows } = props.whole;
  const mayManage = useCan("claims:manage");
  const day = sayDate(dayAt(file.standsSince, useOrganizationZone()));
  const open = rows.filter(isToSendAgain);
  const named = open.filter(({ rejectedFaults }) => rejectedFaults > 0).length;
  const along = open.length - named;
  const toGo = rows.filter(isYetToGo).length;
  if (file.toSendAgain === 0)
    return (
      <Note
        action={
          toGo > 0 && (
            <Button to={paths.billing}>
              <Trans>Go to the batch</Trans>
            </Button>
          )
        }
      >
        {toGo > 0 ? (
          <Plural
            value={toGo}
            one={`Rejected on ${day}. # claim was made again and has yet to go with a file.`}
            other={`Rejected on ${day}. # claims were made again and have yet to go with a file.`}
          />
        ) : (
          <Trans>Rejected on {day}. Everything in it was sent again or closed.</Trans>
        )}
      </Note>
    );
  return (
    <Note
      meaning="risk"
      action={along > 0 && mayManage && <SendAgain whole={props.whole} count={along} />}
    >
      <Trans>Rejected on {day}.</Trans>{" "}
      {open.length === file.claims ? (
        <Trans>The payer has none of its claims.</Trans>
      ) : (
        <Plural
          value={open.length}
          one="The payer does not have # of its claims."
          other="The payer does not have # of its claims."
        />
      )}{" "}
      {named > 0 && (
        <Plural
          value={named}
          one="# is named below: mend it, then send it again."
          other="# are named below: mend each, then send it again."
        />
      )}{" "}
      {along > 0 && named > 0 && (
        <Plural
          value={along}
          one="# other was only in the same file and can go again as it is."
          other="# others were only in the same file and can go again as they are."
        />
      )}
      {along > 0 && named === 0 && (
        <Plural
          value={along}
          one="No claim is named. Once what the answer says is put right, # goes again as it is."
          other="No claim is named. Once what the answer says is put right, # go again as they are."
        />
      )}
    </Note>
  );
};

const Waiting = (props: { readonly whole: WholeFile }): ReactNode => {
  const { file } = props.whole;
  const since = sayDate(dayAt(file.standsSince, useOrganizationZone()));
  const due = sayDate(file.answerDueOn ?? "");
  return (
    <Note {...(file.isOverdue && { meaning: "overdue" as const })} action={<TakeInAnswers />}>
      {file.standing === "received" ? (
        <Trans>Received. Whether it could be read is not said yet.</Trans>
      ) : (
        <Trans>Waiting for an answer since {since}.</Trans>
      )}{" "}
      {file.isOverdue ? (
        <Trans>It was to come by {due}. Ask the clearinghouse whether it has this file.</Trans>
      ) : (
        <Trans>It should come by {due}.</Trans>
      )}
    </Note>
  );
};

/** For an answer that does not come as a file. */
const NoteAnswer = (props: { readonly file: WholeFile["file"] }): ReactNode => {
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  if (!useCan("claims:export") || props.file.standing === "taken-back") return null;
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        <Trans>Note an answer</Trans>
      </Button>
      <SidePanel open={open} onClose={close} title={<Trans>Note an answer</Trans>}>
        <NoteAnswerForm file={props.file} onClose={close} />
      </SidePanel>
    </>
  );
};

/** What stands above everything about a file: that it waits, or what its rejection asks for. */
export const FileStandingNote = (props: { readonly whole: WholeFile }): ReactNode => {
  const { file } = props.whole;
  switch (file.standing) {
    case "made":
      return <HereNote file={file} />;
    case "taken-back":
      return <TakenBackNote file={file} />;
    case "waiting":
    case "received":
      return <Waiting whole={props.whole} />;
    case "rejected":
    case "partly-accepted":
      return <Rejection whole={props.whole} />;
    default:
      return null;
  }
};

/** What the answer that stands names as wrong, each with the claim it is in. */
export const NamedFaults = (props: { readonly whole: WholeFile }): ReactNode => {
  const { acknowledgments, rows, segments } = props.whole;
  const deciding = decidingOf(acknowledgments);
  const said = useNotesSaid();
  if (deciding === undefined) return null;
  const { faults, notes } = deciding;
  const sentences = said(notes, faults.length > 0);
  if (faults.length + sentences.length === 0) return null;
  const claimOf = (control: string | null) => {
    const row = rows.find((one) => one.control === control);
    return row === undefined
      ? null
      : { to: paths.claim(row.id), name: `${row.patient.name}, ${row.control}` };
  };
  return (
    <Card flush title={<Trans>What the answer names</Trans>}>
      {sentences.length > 0 && <EmptyState>{sentences.join(" ")}</EmptyState>}
      {faults.length > 0 && (
        <FaultRows faults={faults} placeOf={({ claim }) => claimOf(claim)} segments={segments} />
      )}
    </Card>
  );
};

/** Who took an answer in, and on which day where it was said on another. */
const TakenInBy = (props: { readonly one: Acknowledgment }): ReactNode => {
  const { kind, saidAt, receivedAt, receivedBy } = props.one;
  const zone = useOrganizationZone();
  const isNoted = kind === "noted";
  const taken = dayAt(receivedAt, zone);
  const day = sayDate(taken);
  if (taken === dayAt(saidAt, zone))
    return isNoted ? <Trans>noted by {receivedBy}</Trans> : <Trans>taken in by {receivedBy}</Trans>;
  return isNoted ? (
    <Trans>
      noted on {day} by {receivedBy}
    </Trans>
  ) : (
    <Trans>
      taken in on {day} by {receivedBy}
    </Trans>
  );
};

/** Everything that was answered to a file, what was said last first; nothing of it is ever changed. */
export const AnswersCard = (props: { readonly whole: WholeFile }): ReactNode => {
  const { i18n } = useLingui();
  const { acknowledgments, file } = props.whole;
  const zone = useOrganizationZone();
  const said = useNotesSaid();
  return (
    <Card title={<Trans>Answers</Trans>} actions={<NoteAnswer file={file} />}>
      {acknowledgments.length === 0 ? (
        <Quiet>
          <Trans>None yet.</Trans>
        </Quiet>
      ) : (
        <Timeline
          entries={acknowledgments.map((one) => {
            const count = one.rejectedClaims;
            const why = [...said(one.notes, one.faults.length > 0), one.reason, one.name];
            return {
              id: one.id,
              // Of what was noted nobody knows the hour.
              at: one.kind === "noted" ? dayAt(one.saidAt, zone) : one.saidAt,
              by: <TakenInBy one={one} />,
              title: (
                <>
                  {i18n._(standingWords[standingAfter(one)])}
                  {count > 0 && (
                    <>
                      {" "}
                      · <OfClaims count={count} claims={file.claims} />
                    </>
                  )}
                </>
              ),
              detail: (
                <>
                  {i18n._(acknowledgmentKindWords[one.kind])}
                  <br />
                  {why.filter(Boolean).join(" ")}
                </>
              ),
            };
          })}
        />
      )}
    </Card>
  );
};
