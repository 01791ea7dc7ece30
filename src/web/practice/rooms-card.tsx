import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { bringBackRoom, listRooms, retireRoom } from "#domain/practice/room.api.ts";
import type { Room } from "#domain/practice/room.ts";
import type { Site } from "#domain/practice/site.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { practiceWords } from "#web/practice/practice-words.ts";
import { RetireDialog } from "#web/ui/retire-dialog.tsx";
import { AddRoomForm, ChangeRoomForm } from "#web/practice/room-form.tsx";
import { useMay } from "#web/practice/use-may.ts";
import { RetiredChip } from "#web/practice/retired-chip.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { AddIcon, EditIcon, RetireIcon, RoomIcon, UndoIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

const RoomBelow = (props: { readonly room: Room }): ReactNode => (
  <>
    <Plural value={props.room.seats} one="# seat" other="# seats" />
    {props.room.hasVideo && (
      <>
        {" · "}
        <Trans>video</Trans>
      </>
    )}
  </>
);

/** A room in use: changed, or retired with a reason. */
const RoomRow = (props: {
  readonly room: Room;
  readonly onEdit: () => void;
  readonly onRetire: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { room } = props;
  const { name } = room;
  const may = useMay("room");
  return (
    <Row
      icon={RoomIcon}
      title={name}
      below={<RoomBelow room={room} />}
      action={
        may.change(room) && (
          <>
            <IconButton icon={EditIcon} label={t`Change ${name}`} onPress={props.onEdit} />
            <IconButton icon={RetireIcon} label={t`Retire ${name}`} onPress={props.onRetire} />
          </>
        )
      }
    />
  );
};

/** A room that is over: shown quietly, for its history. */
const RetiredRoomRow = (props: {
  readonly room: Room;
  readonly isSiteInUse: boolean;
}): ReactNode => {
  const { t } = useLingui();
  const { room } = props;
  const { name } = room;
  const may = useMay("room");
  const bringBack = useAct(bringBackRoom, {
    done: t`${name} is in use again.`,
    changes: ["site"],
    words: practiceWords,
  });
  return (
    <Row
      quiet
      title={name}
      marks={<RetiredChip />}
      action={
        props.isSiteInUse &&
        may.bringBack(room) && (
          <Button
            kind="quiet"
            size="small"
            icon={UndoIcon}
            busy={bringBack.busy}
            onPress={() => void bringBack.run({ roomId: room.id, version: room.version })}
          >
            <Trans>Bring back</Trans>
          </Button>
        )
      }
    />
  );
};

const RetireRoom = (props: { readonly room: Room; readonly onClose: () => void }): ReactNode => {
  const { t } = useLingui();
  const { room } = props;
  const { name } = room;
  const retire = useAct(retireRoom, {
    done: t`${name} is retired.`,
    onDone: props.onClose,
    changes: ["site"],
    words: practiceWords,
    failureShownInPlace: true,
  });
  return (
    <RetireDialog
      open
      onClose={props.onClose}
      name={name}
      act={retire}
      keep={room.id}
      onRetire={(reason, draftId) =>
        void retire.run({ roomId: room.id, version: room.version, reason }, draftId)
      }
    >
      <Trans>Nothing new can be planned in it. What took place here keeps its room.</Trans>
    </RetireDialog>
  );
};

/** The rooms of a site, added and changed beside it. */
export const RoomsCard = (props: { readonly site: Site }): ReactNode => {
  const { t } = useLingui();
  const { site } = props;
  const [open, setOpen] = useState<string | null>(null);
  const [retiring, setRetiring] = useState<Room | null>(null);
  const rooms = useRead(listRooms, { siteId: site.id, state: "all", limit: 200 });
  const mayAdd = useMay("room").add && site.retiredAt === null;
  const close = (): void => setOpen(null);
  const changed = rooms.data?.rows.find(({ id }) => id === open);
  const { name = "" } = changed ?? {};
  const add = mayAdd && (
    <Button size="small" icon={AddIcon} onPress={() => setOpen("new")}>
      <Trans>Add room</Trans>
    </Button>
  );
  return (
    <Card flush title={<Trans>Rooms</Trans>} actions={add}>
      <Loaded read={rooms}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState>
              <Trans>No room yet. Groups are planned in rooms.</Trans>
            </EmptyState>
          ) : (
            <Rows>
              {rows
                .filter((room) => room.retiredAt === null)
                .map((room) => (
                  <RoomRow
                    key={room.id}
                    room={room}
                    onEdit={() => setOpen(room.id)}
                    onRetire={() => setRetiring(room)}
                  />
                ))}
              {rows
                .filter((room) => room.retiredAt !== null)
                .map((room) => (
                  <RetiredRoomRow key={room.id} room={room} isSiteInUse={site.retiredAt === null} />
                ))}
            </Rows>
          )
        }
      </Loaded>
      <SidePanel
        open={open === "new" || changed !== undefined}
        onClose={close}
        title={changed === undefined ? t`Add room` : t`Change ${name}`}
      >
        {open === "new" && <AddRoomForm siteId={site.id} onClose={close} />}
        {changed !== undefined && (
          <ChangeRoomForm key={changed.id} room={changed} refresh={rooms.refetch} onClose={close} />
        )}
      </SidePanel>
      {retiring !== null && <RetireRoom room={retiring} onClose={() => setRetiring(null)} />}
    </Card>
  );
};
