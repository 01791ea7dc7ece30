import { useEffect, useMemo, type ReactNode } from "react";
import { readDraftsBeside } from "#domain/drafts/draft.api.ts";
import { PersonDrafts } from "#web/drafts/draft-keeper.ts";
import {
  DraftKeeperProvider,
  type BesideWords,
  type DraftKeeper,
  type FormPlace,
} from "#web/platform/draft-door.ts";
import { hearSent } from "#web/platform/sent-drafts.ts";
import { useSession } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { DraftNotes } from "#web/ui/draft-notes.tsx";
import { DraftState } from "#web/ui/draft-state.tsx";

const nobody: readonly BesideWords[] = [];

/** Who else has unsent words over the record a form is about; live updates tell when somebody begins, types or ends. */
const useBeside = (place: FormPlace, enabled: boolean): readonly BesideWords[] => {
  const { route, recordId } = place;
  const read = useRead(
    readDraftsBeside,
    { route, recordId: recordId ?? "" },
    { enabled: enabled && recordId !== null, quiet: true, keepWhileLoading: true },
  );
  const { data } = read;
  return useMemo(
    () =>
      data?.rows.map(({ fields, ...row }) => ({
        ...row,
        words:
          fields &&
          Object.fromEntries(Object.entries(fields).map(([name, { word }]) => [name, word.now])),
      })) ?? nobody,
    [data],
  );
};

const keeperOf = (drafts: PersonDrafts): DraftKeeper => ({
  open: (place) => drafts.open(place),
  useBeside,
  Notes: DraftNotes,
  State: DraftState,
  flush: () => drafts.flush(),
});

/** Keeps what is typed on the screens below for the person who is signed in; somebody else gets another keeper. */
export const DraftsProvider = (props: { readonly children: ReactNode }): ReactNode => {
  const { account, organization } = useSession();
  const drafts = useMemo(
    () => new PersonDrafts({ accountId: account.id, organizationId: organization.id }),
    [account.id, organization.id],
  );
  const keeper = useMemo(() => keeperOf(drafts), [drafts]);
  useEffect(() => {
    const hurry = (): void => drafts.hurry();
    const hurryWhenHidden = (): void => {
      if (document.visibilityState === "hidden") drafts.hurry();
    };
    const windows = new BroadcastChannel("stepwell.sent-drafts");
    windows.addEventListener("message", ({ data }) => drafts.sentElsewhere(String(data)));
    const stopHearing = hearSent((draftId) => {
      drafts.sent(draftId);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin alone
      windows.postMessage(draftId);
    });
    addEventListener("pagehide", hurry);
    addEventListener("online", hurry);
    document.addEventListener("visibilitychange", hurryWhenHidden);
    return () => {
      stopHearing();
      windows.close();
      removeEventListener("pagehide", hurry);
      removeEventListener("online", hurry);
      document.removeEventListener("visibilitychange", hurryWhenHidden);
    };
  }, [drafts]);
  return <DraftKeeperProvider value={keeper}>{props.children}</DraftKeeperProvider>;
};
