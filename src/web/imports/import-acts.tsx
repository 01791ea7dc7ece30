import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import {
  discardImport,
  rehearseImport,
  runImport,
  stopImport,
} from "#domain/imports/import.api.ts";
import type { Import } from "#domain/imports/import.ts";
import { importProblemWords } from "#web/imports/import-words.ts";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";

const Discard = (props: { readonly of: Import }): ReactNode => {
  const { t } = useLingui();
  const { id: importId, version } = props.of;
  const [isAsking, setIsAsking] = useState(false);
  const act = useAct(discardImport, {
    done: t`Discarded.`,
    onDone: () => setIsAsking(false),
    words: importProblemWords,
    failureShownInPlace: true,
  });
  return (
    <>
      <Button onPress={() => setIsAsking(true)}>
        <Trans>Discard</Trans>
      </Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={<Trans>Discard this import?</Trans>}
        verb={<Trans>Discard</Trans>}
        danger
        act={act}
        onConfirm={() => void act.run({ importId, version })}
      >
        <Trans>
          What was received and not taken is thrown away. Whoever was taken stays, and so does this
          report.
        </Trans>
      </ConfirmDialog>
    </>
  );
};

/** What can be done next with an import, the one thing that leads on first. */
export const ImportActs = (props: { readonly of: Import }): ReactNode => {
  const { id: importId, version, state, hasMore, columns, entries } = props.of;
  const options = { words: importProblemWords };
  const rehearse = useAct(rehearseImport, options);
  const run = useAct(runImport, options);
  const stop = useAct(stopImport, options);
  if (state === "discarded") return null;
  if (state === "rehearsing" || state === "running")
    return (
      <Button onPress={() => void stop.run({ importId })} busy={stop.busy}>
        <Trans>Stop</Trans>
      </Button>
    );
  return (
    <>
      <Discard of={props.of} />
      {state === "receiving" && columns === null && entries > 0 && (
        <Button
          kind="primary"
          busy={rehearse.busy}
          onPress={() => void rehearse.run({ importId, version })}
        >
          <Trans>Look at every entry</Trans>
        </Button>
      )}
      {(state === "rehearsed" || state === "stopped") && hasMore && (
        <Button kind="primary" busy={run.busy} onPress={() => void run.run({ importId, version })}>
          {state === "stopped" ? <Trans>Go on</Trans> : <Trans>Bring them over</Trans>}
        </Button>
      )}
    </>
  );
};
