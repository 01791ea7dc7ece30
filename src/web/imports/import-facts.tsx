import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Import } from "#domain/imports/import.ts";
import { labelChoiceWords } from "#web/imports/import-words.ts";
import { sayBytes, sayCount } from "#web/platform/numbers.ts";
import { Card } from "#web/ui/card.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Time } from "#web/ui/time.tsx";

/** What an import is: where it came from, how it is kept, and what of it has no place here. */
export const ImportFacts = (props: { readonly of: Import }): ReactNode => {
  const { i18n } = useLingui();
  const { files, label, createdAt, actorName, skippedKinds } = props.of;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const others = files.map(({ encoding }) => encoding).filter((one) => one !== "utf-8");
  const skipped = Object.entries(skippedKinds).toSorted(([, one], [, other]) => other - one);
  return (
    <Card title={<Trans>The import</Trans>}>
      <Facts
        facts={[
          { name: <Trans>Kept as</Trans>, value: i18n._(labelChoiceWords[label]) },
          { name: <Trans>Begun</Trans>, value: <Time at={createdAt} /> },
          { name: <Trans>By</Trans>, value: actorName },
          { name: <Trans>Size</Trans>, value: sayBytes(bytes) },
          {
            name: <Trans>Read as</Trans>,
            value: [...new Set(others)].join(", "),
            absent: <Trans>UTF-8</Trans>,
          },
          {
            name: <Trans>Has no place here</Trans>,
            value: skipped.map(([kind, count]) => `${kind} ${sayCount(count)}`).join(", "),
            absent: <Trans>nothing</Trans>,
          },
        ]}
      />
    </Card>
  );
};
