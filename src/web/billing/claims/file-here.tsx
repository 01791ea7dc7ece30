import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { plural } from "@lingui/core/macro";
import { useState, type ReactNode } from "react";
import { takeBackClaimFile } from "#domain/billing/claims/claim-file.api.ts";
import type { ClaimFile } from "#domain/billing/claims/claim-file.ts";
import { claimProblemWords } from "#web/billing/claims/claim-words.ts";
import { dayAt, sayDate } from "#web/platform/dates.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useOrganizationZone } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { Note } from "#web/ui/note.tsx";

interface FileProps {
  readonly file: ClaimFile;
}

/** Undoes the making of a file that nobody downloaded. */
export const TakeBackFile = ({ file }: FileProps): ReactNode => {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const mayTakeBack = useCan("claims:export");
  const { id: claimFileId } = file;
  const act = useAct(takeBackClaimFile, {
    words: claimProblemWords,
    changes: ["claim", "hold", "disclosure"],
    failureShownInPlace: true,
    done: ({ claims }) =>
      plural(claims, {
        one: "Taken back. Its claim is ready again and goes with the next file.",
        other: "Taken back. Its # claims are ready again and go with the next file.",
      }),
    onDone: () => setOpen(false),
  });
  if (!mayTakeBack || file.standing !== "made") return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Trans>Take back</Trans>
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={<Trans>Take back this file?</Trans>}
        verb={<Trans>Take back</Trans>}
        reasonLabel={<Trans>Why</Trans>}
        act={act}
        keep={claimFileId}
        onConfirm={(reason, draftId) => void act.run({ claimFileId, reason }, draftId)}
      >
        <Plural
          value={file.claims}
          one="Nobody downloaded it, so nobody outside was told anything. Its claim is ready again; the file stays in the list and cannot be downloaded any more."
          other="Nobody downloaded it, so nobody outside was told anything. Its # claims are ready again; the file stays in the list and cannot be downloaded any more."
        />{" "}
        {t`Whoever is in it has it struck from what was told of them.`}
      </ConfirmDialog>
    </>
  );
};

/** It lies here: nobody has it, and nobody answers it. */
export const HereNote = ({ file }: FileProps): ReactNode => {
  const day = sayDate(dayAt(file.createdAt, useOrganizationZone()));
  return (
    <Note meaning="short">
      <Trans>
        Made on {day} and not downloaded yet: no payer has it. Download it and give it to the
        clearinghouse; from then on an answer is awaited.
      </Trans>
    </Note>
  );
};

/** It never left, and will not. */
export const TakenBackNote = ({ file }: FileProps): ReactNode => {
  const zone = useOrganizationZone();
  if (file.takenBack === null) return null;
  const { at, by, reason } = file.takenBack;
  const day = sayDate(dayAt(at, zone));
  return (
    <Note
      action={
        <Button to={paths.billing}>
          <Trans>Go to the batch</Trans>
        </Button>
      }
    >
      <Trans>
        Taken back on {day} by {by}: {reason}.
      </Trans>{" "}
      <Plural
        value={file.claims}
        one="It was never downloaded. Its claim is ready again."
        other="It was never downloaded. Its # claims are ready again."
      />
    </Note>
  );
};
