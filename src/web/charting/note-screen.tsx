import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { readNote } from "#domain/charting/member-note.api.ts";
import type { MemberNote } from "#domain/charting/member-note.ts";
import { useFromCosignList } from "#web/charting/cosign-trail.ts";
import { interventionWords } from "#web/charting/intervention-words.ts";
import { CosignButton, NoteActs } from "#web/charting/note-acts.tsx";
import { NoteChip } from "#web/charting/note-chip.tsx";
import { MinutesSince } from "#web/charting/note-minutes.tsx";
import { NoteCorrectionForm } from "#web/charting/note-correction-form.tsx";
import { noteOffers } from "#web/charting/note-offers.ts";
import { ToldSince } from "#web/charting/note-told.tsx";
import { noteActWords } from "#web/charting/note-words.ts";
import {
  participationWords,
  progressWords,
  responseWords,
  riskWords,
} from "#web/charting/room-words.ts";
import { useAddress, useParam, useSearchWord } from "#web/platform/address.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { paths } from "#web/platform/paths.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { EditIcon, ReadOnlyIcon, SignIcon } from "#web/ui/icons.ts";
import { Link } from "#web/ui/link.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Note } from "#web/ui/note.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Time } from "#web/ui/time.tsx";
import { Timeline } from "#web/ui/timeline.tsx";

interface NoteProps {
  readonly note: MemberNote;
}

/** What stands between this note and its being the record, or what took its place. */
const Standing = ({ note }: NoteProps): ReactNode => {
  const { supervisor, correctedById, signature, shared } = note;
  const supervisorName = supervisor?.name ?? "";
  const isIntact = signature.isIntact && (shared?.isIntact ?? true);
  return (
    <>
      {!isIntact && (
        <Note meaning="overdue">
          <Trans>
            This content is not what was signed: its hash does not fit. Tell the privacy officer.
          </Trans>
        </Note>
      )}
      {note.state === "waiting" && (
        <Note meaning="held">
          <Trans>Held: {supervisorName} has not cosigned yet.</Trans>
        </Note>
      )}
      {note.state === "returned" && (
        <Note meaning="held">
          <Trans>
            Returned to its author: {note.acts.findLast(({ kind }) => kind === "return")?.words}
          </Trans>
        </Note>
      )}
      {note.state === "retracted" && (
        <Note>
          <Trans>Retracted: {note.acts.find(({ kind }) => kind === "retract")?.words}</Trans>
        </Note>
      )}
      {correctedById !== null && (
        <Note>
          <Link to={paths.note(correctedById)}>
            <Trans>Corrected: read the note that replaced it.</Trans>
          </Link>
        </Note>
      )}
      {(note.state === "retracted" || correctedById !== null) && <ToldSince note={note} />}
      <MinutesSince note={note} />
    </>
  );
};

const MemberCard = ({ note }: NoteProps): ReactNode => {
  const { i18n } = useLingui();
  const { part } = note;
  return (
    <Card title={<Trans>Note</Trans>}>
      <Facts
        facts={[
          { name: <Trans>Sentence</Trans>, value: part.sentence },
          {
            name: <Trans>Objective</Trans>,
            value: `${note.objectiveNumber} ${note.objectiveStatement}`,
          },
          { name: <Trans>Progress</Trans>, value: i18n._(progressWords[part.progress]) },
          { name: <Trans>Took part</Trans>, value: i18n._(participationWords[part.participation]) },
          { name: <Trans>Response</Trans>, value: i18n._(responseWords[part.response]) },
          { name: <Trans>Risk</Trans>, value: i18n._(riskWords[part.risk]) },
          { name: <Trans>Next step</Trans>, value: part.nextStep },
        ]}
      />
    </Card>
  );
};

const SharedCard = ({ note }: NoteProps): ReactNode => {
  const { i18n } = useLingui();
  const { shared } = note;
  if (shared === null) return null;
  const ofOne = shared.attendedCount === 1;
  return (
    <Card title={ofOne ? <Trans>About the session</Trans> : <Trans>Group</Trans>}>
      <Facts
        facts={[
          { name: <Trans>Topic</Trans>, value: shared.topic },
          { name: <Trans>Curriculum</Trans>, value: shared.curriculum },
          {
            name: <Trans>Interventions</Trans>,
            value: shared.interventions.map((one) => i18n._(interventionWords(one))).join(", "),
          },
          { name: <Trans>What we did</Trans>, value: shared.whatWeDid },
          {
            name: ofOne ? <Trans>How it went</Trans> : <Trans>How the group went</Trans>,
            value: shared.howItWent,
          },
          { name: <Trans>Next time</Trans>, value: shared.nextTime },
          ...(ofOne ? [] : [{ name: <Trans>Attended</Trans>, value: shared.attendedCount }]),
        ]}
      />
    </Card>
  );
};

const SignatureCard = ({ note }: NoteProps): ReactNode => {
  const { i18n } = useLingui();
  const { signature, zone } = note;
  const first = {
    id: note.id,
    at: signature.signedAt,
    zone,
    icon: SignIcon,
    title: <Trans>Signed</Trans>,
    by: signature.authorName,
    ...(note.correctionReason !== null && { detail: note.correctionReason }),
  };
  const acts = note.acts.map(({ id, at, kind, words, by }) => ({
    id,
    at,
    zone,
    by,
    title: i18n._(noteActWords[kind]),
    ...(words !== null && { detail: words }),
  }));
  const earlier = note.versions
    .filter(({ id }) => id !== note.id)
    .map(({ id, signedAt, authorName }) => ({
      id,
      at: signedAt,
      zone,
      by: authorName,
      title: (
        <Link to={paths.note(id)}>
          {signedAt < signature.signedAt ? (
            <Trans>Earlier version</Trans>
          ) : (
            <Trans>Later version</Trans>
          )}
        </Link>
      ),
    }));
  const entries = [first, ...acts, ...earlier].toSorted((one, other) =>
    one.at < other.at ? 1 : -1,
  );
  return (
    <Card title={<Trans>Signature and history</Trans>}>
      <Timeline entries={entries} />
    </Card>
  );
};

const FactsCard = ({ note }: NoteProps): ReactNode => {
  const { zone, creditedMinutes } = note;
  const { one: patientWord } = usePatientWords();
  return (
    <Card title={<Trans>Session</Trans>}>
      <Facts
        facts={[
          {
            name: patientWord,
            value: <Link to={paths.patient(note.patientId)}>{note.patientName}</Link>,
          },
          { name: <Trans>Born</Trans>, value: <Time at={note.patientBirthDate} as="calendar" /> },
          { name: <Trans>MRN</Trans>, value: note.mrn },
          {
            name: <Trans>Session</Trans>,
            value: <Link to={paths.session(note.sessionId)}>{note.sessionName}</Link>,
          },
          {
            name: <Trans>There</Trans>,
            value: (
              <>
                <Time at={note.startsAt} zone={zone} as="time" />–
                <Time at={note.endsAt} zone={zone} as="time" />
              </>
            ),
          },
          { name: <Trans>Credited</Trans>, value: <Trans>{creditedMinutes} min</Trans> },
          { name: <Trans>Facilitators</Trans>, value: note.facilitators.join("; ") },
          { name: <Trans>Site</Trans>, value: note.siteName },
          { name: <Trans>Content hash</Trans>, value: note.signature.contentHash.slice(0, 16) },
        ]}
      />
    </Card>
  );
};

const NotePage = ({ note }: NoteProps): ReactNode => {
  const { t } = useLingui();
  const [word, setWord] = useSearchWord("correct");
  const correcting = word !== "" && note.may.correct;
  const { first } = noteOffers(note);
  const isFromCosignList = useFromCosignList(note.id);
  const { go } = useAddress();
  const close = (): void => setWord("");
  const { signature, zone } = note;
  const at = <Time at={signature.signedAt} zone={zone} />;
  return (
    <Screen
      title={t`Note of ${note.patientName}`}
      above={
        isFromCosignList
          ? [{ label: t`Cosignatures`, to: paths.cosign }]
          : [
              { label: note.patientName, to: paths.patient(note.patientId) },
              { label: t`Notes`, to: paths.notes(note.patientId) },
            ]
      }
      marks={<NoteChip state={note.state} />}
      facts={
        <>
          <Time at={note.serviceDate} /> · {note.sessionName} ·{" "}
          <Trans>
            Signed by {signature.authorName}, {at}
          </Trans>
        </>
      }
      action={
        first === "cosign" ? (
          <CosignButton noteId={note.id} />
        ) : (
          first === "correct" && (
            <Button icon={EditIcon} onPress={() => setWord("1")}>
              <Trans>Correct</Trans>
            </Button>
          )
        )
      }
      otherActions={<NoteActs note={note} />}
    >
      <Standing note={note} />
      <Columns
        aside={
          <>
            <FactsCard note={note} />
            <SignatureCard note={note} />
          </>
        }
      >
        <MemberCard note={note} />
        <SharedCard note={note} />
        {note.may.addend && (
          <Note icon={ReadOnlyIcon}>
            <Trans>Signed: these words stay. What is put right or added stands beside them.</Trans>
          </Note>
        )}
      </Columns>
      <SidePanel open={correcting} onClose={close} title={<Trans>Correct this note</Trans>}>
        <NoteCorrectionForm
          note={note}
          onClose={close}
          onCorrected={(noteId) => go(paths.note(noteId))}
        />
      </SidePanel>
    </Screen>
  );
};

/** One signed note with its signature line, what was said of it since, and its versions. */
export const NoteScreen = (): ReactNode => {
  const noteId = useParam("noteId");
  const note = useRead(readNote, { noteId }, { alsoOn: ["attendance"] });
  return <Loaded read={note}>{(data) => <NotePage key={data.id} note={data} />}</Loaded>;
};
