import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { isAhead } from "#web/charting/arrival.ts";
import { findingWords } from "#web/charting/finding-words.ts";
import { openPlaces, signingBlock, type OpenPlace } from "#web/charting/room-open.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import { blockWords } from "#web/charting/room-words.ts";
import { sayDate, sayTime } from "#web/platform/dates.ts";
import { CellButton } from "#web/ui/cell-button.tsx";
import { Menu } from "#web/ui/menu.tsx";

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

/** How a place is called that is still open. */
const useSayPlace = (): ((place: OpenPlace) => string) => {
  const { t, i18n } = useLingui();
  return (place) => {
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
  };
};

/** What did not fit: each leads to its place. */
const MoreOpen = (props: {
  readonly places: readonly OpenPlace[];
  readonly onGo: (place: OpenPlace) => void;
}): ReactNode => {
  const { places } = props;
  const sayPlace = useSayPlace();
  return (
    <Menu
      trigger={
        <CellButton>
          <Plural value={places.length} one="and # more" other="and # more" />
        </CellButton>
      }
      groups={[
        {
          acts: places.map((place) => ({
            label: sayPlace(place),
            onPress: () => props.onGo(place),
          })),
        },
      ]}
    />
  );
};

/** What is still open, in words: three of it, and what more there is. */
export const StillOpen = (props: {
  readonly model: RoomModel;
  readonly onGo: (place: OpenPlace) => void;
}): ReactNode => {
  const { i18n } = useLingui();
  const sayPlace = useSayPlace();
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
  const list = open.slice(0, shownPlaces).map(sayPlace).join(", ");
  const rest = open.slice(shownPlaces);
  return (
    <>
      <b>
        <Trans>Still open:</Trans>
      </b>{" "}
      {list} {rest.length > 0 && <MoreOpen places={rest} onGo={props.onGo} />}
    </>
  );
};
