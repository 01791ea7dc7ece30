import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import {
  isSharedReady,
  maySignNow,
  namesToMend,
  openPlaces,
  rowsLackingRisk,
  signingBlock,
  type OpenPlace,
} from "#web/charting/room-open.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import { isAllSigned, type RoomView } from "#web/charting/room-view.ts";
import { StillOpen } from "#web/charting/room-still-open.tsx";
import { Button } from "#web/ui/button.tsx";
import { OfflineIcon, SignIcon } from "#web/ui/icons.ts";
import { ReadySquares, WorkFoot } from "#web/ui/work-foot.tsx";

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
      ) : isSharedReady(view) ? (
        <Trans>
          {done} of {notes} ready
        </Trans>
      ) : (
        <Trans>
          {done} of {notes} lines ready
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
  readonly onGo: (place: OpenPlace) => void;
  readonly onSign: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { model } = props;
  const { view } = model;
  const notes = view.attendedCount - view.retractedCount;
  const lacking = rowsLackingRisk(view);
  const offersRisk = lacking.length > (notes > 1 ? 1 : 0);
  const isDone = isAllSigned(view);
  const fillRisk = (): void => {
    for (const { row } of lacking)
      model.write({ patientId: row.patientId, field: "risk" }, "none-noted");
  };
  const isCut = model.isCutOff && view.readyCount > 0;
  const maySign = isCut || maySignNow(model);
  const mayNext = notes > 0 && openPlaces(view).length > 0;
  // Where nothing can be signed yet, the way there is the act.
  const isNextFirst = !maySign && signingBlock(model) === undefined;
  return (
    <WorkFoot
      count={<FootCount view={view} />}
      squares={<ReadySquares ready={view.readyCount + view.signedCount} of={notes} />}
      open={isDone ? <SignedBy model={model} /> : <StillOpen model={model} onGo={props.onGo} />}
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
            {mayNext && (isNextFirst || !offersRisk) && (
              <Button
                size="large"
                {...(isNextFirst && { kind: "primary" as const })}
                onPress={props.onNext}
              >
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
                onPress={props.onSign}
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
