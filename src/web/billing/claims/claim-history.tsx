import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { listClaimRevisions } from "#domain/billing/claims/claim.api.ts";
import { claimStates } from "#domain/billing/claims/claim.ts";
import type { Output } from "#domain/contract/route.ts";
import { claimStateWords } from "#web/billing/claims/claim-words.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import { useSay } from "#web/platform/use-say.ts";
import type { Read } from "#web/platform/use-read.ts";
import { Card } from "#web/ui/card.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Timeline } from "#web/ui/timeline.tsx";

type History = Output<typeof listClaimRevisions>;

const verbs: ProblemWords = {
  create: msg`Built`,
  build: msg`Built`,
  scrub: msg`Checked`,
  release: msg`Released`,
  export: msg`Put into a file`,
  reject: msg`Rejected unread by its receiver`,
  correct: msg`Corrected`,
  "let-go": msg`Nothing of it left to bill`,
  restore: msg`What was to take its place was withdrawn`,
  void: msg`Made to void claim {before}`,
  withdraw: msg`Withdrawn`,
  "take-back": msg`Its file was taken back`,
  hold: msg`Held`,
  replace: msg`Another took its place`,
  change: msg`Changed`,
};

const stateOf = (revision: History["rows"][number]): (typeof claimStates)[number] | undefined =>
  claimStates.find((state) => state === revision.changes["state"]?.to);

/** What became of a claim, newest first. */
export const ClaimHistory = (props: {
  readonly read: Read<History>;
  /** The number of the claim that it takes back, replaces or says again. */
  readonly before: string | undefined;
}): ReactNode => {
  const { i18n } = useLingui();
  const { before = "" } = props;
  const say = useSay();
  return (
    <Card title={<Trans>History</Trans>}>
      <Loaded read={props.read}>
        {({ rows }) => (
          <Timeline
            entries={rows.map((revision) => {
              const [verb, state] = [say(verbs, revision.verb, { before }), stateOf(revision)];
              const stands = state === undefined ? verb : i18n._(claimStateWords[state]);
              return {
                id: revision.id,
                at: revision.changedAt,
                title: stands === verb ? verb : `${verb} · ${stands}`,
                ...(revision.reason !== null && { detail: revision.reason }),
                by: revision.actorName,
              };
            })}
          />
        )}
      </Loaded>
    </Card>
  );
};
