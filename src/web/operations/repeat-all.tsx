import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { plural } from "@lingui/core/macro";
import { useState, type ReactNode } from "react";
import { repeatFailedErrands } from "#domain/operations/operations.api.ts";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { RetryIcon } from "#web/ui/icons.ts";

/** Tries everything again that was given up, after asking: letters may go to many people at once. */
export const RepeatAll = (props: { readonly failed: number }): ReactNode => {
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const repeat = useAct(repeatFailedErrands, {
    done: ({ repeated }) =>
      plural(repeated, {
        one: "# errand is tried again now.",
        other: "# errands are tried again now.",
      }),
    changes: ["operations"],
    onDone: () => setAsking(false),
    failureShownInPlace: true,
  });
  return (
    <>
      <Button size="small" icon={RetryIcon} onPress={() => setAsking(true)}>
        <Trans>Try all again</Trans>
      </Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t`Try all failed errands again`}
        verb={<Trans>Try all again</Trans>}
        act={repeat}
        onConfirm={() => void repeat.run({})}
      >
        <Plural
          value={props.failed}
          one="# errand was given up. It is tried again at once, with all its tries before it."
          other="# errands were given up. They are tried again at once, with all their tries before them."
        />
      </ConfirmDialog>
    </>
  );
};
