import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listRecordReviews } from "#domain/privacy/record-review.api.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { useKeys } from "#web/platform/keys.ts";
import { useRead } from "#web/platform/use-read.ts";
import { RecordReviewCard } from "#web/privacy/record-review-card.tsx";
import { RecordReviewForm } from "#web/privacy/record-review-form.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

/** Who looks at records for an audit or an evaluation, and on what agreement. */
export const RecordReviewsScreen = (): ReactNode => {
  const { t } = useLingui();
  const [adding, setAdding] = useSearchWord("add");
  const reviews = useRead(listRecordReviews, {});
  const open = (): void => setAdding("audit");
  const close = (): void => setAdding("");
  useKeys([{ keys: ["n"], label: t`Write down an audit`, run: open }]);
  const add = (
    <Button kind="primary" icon={AddIcon} onPress={open} keys={["n"]}>
      <Trans>Write down an audit</Trans>
    </Button>
  );
  return (
    <Screen
      title={t`Audits by others`}
      facts={
        <Trans>
          Who looks at records for an audit or an evaluation. What they are shown of somebody is
          written down under that person’s consents.
        </Trans>
      }
      action={add}
    >
      <Loaded read={reviews}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Card>
              <EmptyState action={add}>
                <Trans>No audit yet. Without one, auditors are told nothing.</Trans>
              </EmptyState>
            </Card>
          ) : (
            rows.map((review) => <RecordReviewCard key={review.id} review={review} />)
          )
        }
      </Loaded>
      <SidePanel
        open={adding === "audit"}
        onClose={close}
        title={<Trans>Write down an audit</Trans>}
      >
        {adding === "audit" && <RecordReviewForm onClose={close} />}
      </SidePanel>
    </Screen>
  );
};
