import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listCosignatures } from "#domain/charting/member-note.api.ts";
import { GivenBackCard } from "#web/charting/given-back-card.tsx";
import { CosignTable } from "#web/charting/cosign-table.tsx";
import { useCosignRead, type CosignRead } from "#web/charting/use-cosign-read.ts";
import { useKeys } from "#web/platform/keys.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { SignIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { ScreenFoot } from "#web/ui/screen-foot.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { useTablePages } from "#web/ui/use-table-pages.ts";

const CosignFoot = (props: { readonly reading: CosignRead }): ReactNode => {
  const { t } = useLingui();
  const { forMe, read, busy, cosign } = props.reading;
  useKeys([{ keys: ["c"], label: t`Cosign what I have read`, run: cosign }]);
  const all = forMe.length;
  const count = read.length;
  return (
    <ScreenFoot
      count={
        count === all ? (
          <Trans>You have had all {all} before you.</Trans>
        ) : count === 0 ? (
          <Trans>
            {all} wait. Read down the list: what you have had before you is cosigned together.
          </Trans>
        ) : (
          <Trans>
            You have had {count} of {all} before you. Read on for those marked not read yet, or
            cosign these now.
          </Trans>
        )
      }
      actions={
        count > 0 && (
          <Button
            kind="primary"
            size="large"
            icon={SignIcon}
            keys={["c"]}
            busy={busy}
            onPress={cosign}
          >
            <Plural
              value={count}
              one="I have read it: cosign"
              other="I have read these #: cosign"
            />
          </Button>
        )
      }
    />
  );
};

/** Notes between author and supervisor that wait for the reader: to cosign as supervisor, to correct as author. */
export const CosignScreen = (): ReactNode => {
  const { t } = useLingui();
  const notes = useTablePages("cosign", listCosignatures, {}, { isArrangedHere: true });
  const reading = useCosignRead(notes.read.data ?? []);
  const { mayCosign } = reading;
  const maySeeTasks = useCan("tasks:read");
  return (
    <Screen
      title={t`Cosignatures`}
      {...(maySeeTasks && { above: [{ label: t`Tasks`, to: paths.tasks }] })}
      facts={
        mayCosign ? (
          <Trans>Notes that wait for your signature as supervisor, and yours that came back.</Trans>
        ) : (
          <Trans>Notes of yours that came back with comments.</Trans>
        )
      }
    >
      <Card flush>
        <Loaded read={notes.read}>
          {(rows) => <CosignTable rows={rows} table={notes.table} reading={reading} />}
        </Loaded>
      </Card>
      {mayCosign && <GivenBackCard />}
      {reading.forMe.length > 0 && <CosignFoot reading={reading} />}
    </Screen>
  );
};
