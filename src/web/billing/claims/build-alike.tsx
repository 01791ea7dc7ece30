import { Plural, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { buildAlike } from "#domain/billing/claims/claim.api.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import { sayBuiltAnew } from "#web/billing/claims/batch-said.ts";
import { claimProblemWords } from "#web/billing/claims/claim-words.ts";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";

/** Builds a claim anew with the others that wait for the same: what they lack was mended once. */
export const BuildAlike = ({ claim }: { readonly claim: Claim }): ReactNode => {
  const { t } = useLingui();
  const act = useAct(buildAlike, {
    words: claimProblemWords,
    changes: ["claim", "hold", "day-charge"],
    done: sayBuiltAnew,
  });
  const { id: claimId, version, alike } = claim;
  const run = (): void =>
    void act.run({ claimId, version, reason: t`What it lacked was put right` });
  return (
    <Button busy={act.busy} onPress={run}>
      <Plural value={alike + 1} one="Build # anew" other="Build all # anew" />
    </Button>
  );
};
