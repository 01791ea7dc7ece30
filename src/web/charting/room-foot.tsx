import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { isAhead } from "#web/charting/arrival.ts";
import { findingWords } from "#web/charting/finding-words.ts";
import {
  isSharedReady,
  namesToMend,
  openPlaces,
  rowsLackingRisk,
  signingBlock,
} from "#web/charting/room-open.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import { isAllSigned, type RoomView } from "#web/charting/room-view.ts";
import { blockWords } from "#web/charting/room-words.ts";
import { sayDate, sayTime } from "#web/platform/dates.ts";
import { Button } from "#web/ui/button.tsx";
import { OfflineIcon, SignIcon } from "#web/ui/icons.ts";
import { ReadySquares, WorkFoot } from "#web/ui/work-foot.tsx";

const shownPlaces = 3;

const StillAhead = (props: { readonly model: RoomModel }): ReactNode => {
  const { serviceDate, startsAt, zone } = props.model.room.session;
  const [day, hour] = [sayDate(serviceDate), sayTime(startsAt, zone)];
  return (
    <Trans>
      This session begins {day}, {hour}. It is signed when it has ended.
    </Trans>
  );
};

/** What is still open, in words: three of it, and how much more. */
const StillOpen = (props: { readonly model: RoomModel }): ReactNode => {
  const { t, i18n } = useLingui();
  const { model } = props;
  const { supervisorName } = model.room.signature;
  if (model.isCutOff && model.view.readyCount > 0)
    return (
      <Trans>Everything is kept ready. It is signed here, by you, when the network is back.</Trans>
    );
  const block = signingBlock(model);
  if (block === "session-not-over" && isAhead(model)) return <StillAhead model={model} />;
  if (block) return i18n._(blockWords[block]);
  if (model.view.attendedCount === 0) return null;
  const open = openPlaces(model.view);
  if (open.length === 0) {
    if (model.view.readyCount === 0) return null;
    return supervisorName === null || !model.room.signature.needsCosignature ? (
      <Trans>Nothing is open.</Trans>
    ) : (
      <Trans>Nothing is open. {supervisorName} will be asked to cosign.</Trans>
    );
  }
  const said = open.slice(0, shownPlaces).map((place) => {
    const { finding } = place.found;
    const isAlike = finding.mend === "say-what-is-theirs";
    const what = isAlike
      ? t`line`
      : i18n._({ ...findingWords[finding.code].short, values: { ...finding.values } });
    if (place.kind === "shared") return what.toLocaleLowerCase();
    const name = place.view.row.givenName;
    const lower = what.toLocaleLowerCase();
    return place.view.part.participation === null && place.view.part.sentence === null
      ? t`${name}’s note`
      : t`${name}’s ${lower}`;
  });
  const list = said.join(", ");
  const rest = open.length - said.length;
  return (
    <>
      <b>
        <Trans>Still open:</Trans>
      </b>{" "}
      {list}
      {rest > 0 && (
        <>
          {" "}
          <Plural value={rest} one="and # more" other="and # more" />
        </>
      )}
    </>
  );
};

const SignLabel = (props: { readonly model: RoomModel }): ReactNode => {
  const { view } = props.model;
  const places = namesToMend(view);
  const count = places.length;
  const areNames = places.every(({ finding }) => finding.code === "name-of-other");
  const { readyCount: ready } = view;
  if (count > 0)
    return (
      <>
        {areNames ? (
          <Plural value={count} one="Fix # name" other="Fix # names" />
        ) : (
          <Plural value={count} one="Fix # place" other="Fix # places" />
        )}
        {ready > 0 && <Trans>, then sign {ready}</Trans>}
      </>
    );
  return ready > 0 ? <Trans>Sign {ready}</Trans> : <Trans>Sign</Trans>;
};

/** How far the notes are. One that was retracted is neither signed nor still to be written. */
const FootCount = ({ view }: { readonly view: RoomView }): ReactNode => {
  const { attendedCount, readyCount, signedCount, retractedCount } = view;
  if (attendedCount === 0) return <Trans>Nobody here yet</Trans>;
  const notes = attendedCount - retractedCount;
  const done = readyCount + signedCount;
  const retracted = retractedCount > 0 && (
    <Plural value={retractedCount} one="# retracted" other="# retracted" />
  );
  if (notes === 0) return retracted;
  return (
    <>
      {isAllSigned(view) ? (
        <Trans>{signedCount} signed</Trans>
      ) : signedCount > 0 ? (
        <Trans>
          {done} of {notes} ready or signed
        </Trans>
      ) : (
        <Trans>
          {done} of {notes} ready
        </Trans>
      )}
      {retracted && <>, {retracted}</>}
    </>
  );
};

/** How far the notes are, what is open, and the signature. */
export const RoomFoot = (props: {
  readonly model: RoomModel;
  readonly busy: boolean;
  readonly onNext: () => void;
  readonly onSign: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { model } = props;
  const { view, room } = model;
  const notes = view.attendedCount - view.retractedCount;
  const lacking = rowsLackingRisk(view);
  const offersRisk = lacking.length > (notes > 1 ? 1 : 0);
  const isDone = isAllSigned(view);
  const fillRisk = (): void => {
    for (const { row } of lacking)
      model.write({ patientId: row.patientId, field: "risk" }, "none-noted");
  };
  const isCut = model.isCutOff && view.readyCount > 0;
  const maySign = isCut || signingBlock(model) === undefined;
  const mayNext = notes > 0 && openPlaces(view).length > 0;
  return (
    <WorkFoot
      count={<FootCount view={view} />}
      squares={<ReadySquares ready={view.readyCount + view.signedCount} of={notes} />}
      open={isDone ? <SignedBy model={model} /> : <StillOpen model={model} />}
      hints={[
        { keys: ["↑↓"], does: t`member` },
        { keys: ["1", "2", "3"], does: t`answer` },
      ]}
      actions={
        !isDone &&
        model.mayWrite && (
          <>
            {offersRisk && (
              <Button size="large" onPress={fillRisk}>
                <Plural
                  value={lacking.length}
                  one="No risk noted for # row"
                  other="No risk noted for # rows"
                />
              </Button>
            )}
            {mayNext && !offersRisk && (
              <Button size="large" onPress={props.onNext}>
                <Trans>Next to fix</Trans>
              </Button>
            )}
            {maySign && notes > 0 && (
              <Button
                kind="primary"
                size="large"
                icon={isCut ? OfflineIcon : SignIcon}
                {...(!isCut && { keys: ["Ctrl", "Enter"] })}
                busy={props.busy}
                onPress={
                  view.readyCount > 0 && isSharedReady(view) && room.session.state !== "cancelled"
                    ? props.onSign
                    : props.onNext
                }
              >
                {isCut ? <Trans>Signing needs the network</Trans> : <SignLabel model={model} />}
              </Button>
            )}
          </>
        )
      }
    />
  );
};

const SignedBy = (props: { readonly model: RoomModel }): ReactNode => {
  const note = props.model.view.rows.find(
    ({ row }) => row.note !== null && row.note.state !== "retracted",
  )?.row.note;
  if (!note) return <Trans>No note of this session stands. Choose a row to see what was.</Trans>;
  const { authorName } = note;
  return <Trans>Signed by {authorName}. Choose a row to correct it or to add to it.</Trans>;
};
