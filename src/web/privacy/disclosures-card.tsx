import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listDisclosures } from "#domain/privacy/disclosure.api.ts";
import type { Disclosure } from "#domain/privacy/disclosure.ts";
import { useSession } from "#web/platform/session.tsx";
import { useReadPages } from "#web/platform/use-read.ts";
import { useSay } from "#web/platform/use-say.ts";
import { basisWords, informationWords, purposeWords } from "#web/privacy/consent-words.ts";
import { emergencyWords } from "#web/privacy/ground-words.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SendIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Time } from "#web/ui/time.tsx";
import { Timeline } from "#web/ui/timeline.tsx";

type Told = NonNullable<Disclosure["emergency"]>;

/** What 42 CFR 2.51(c) asks to be written down of an emergency. */
const EmergencyLine = (props: { readonly emergency: Told }): ReactNode => {
  const say = useSay();
  const { zone } = useSession().organization;
  const { affiliation, nature, toldBy, toldAt, ground } = props.emergency;
  return (
    <div>
      {affiliation} · {nature} ·{" "}
      <Trans>
        told by {toldBy}, <Time at={toldAt} zone={zone} />
      </Trans>
      {ground !== "consent-not-obtainable" && ` · ${say(emergencyWords, ground)}`}
    </div>
  );
};

/** The accounting: who was told what, why, on what ground, by whom. */
export const DisclosuresCard = (props: { readonly patientId: string }): ReactNode => {
  const say = useSay();
  const { t } = useLingui();
  const told = useReadPages(listDisclosures, { patientId: props.patientId });
  return (
    <Card title={<Trans>What was told</Trans>}>
      <Loaded read={{ data: told.rows, error: told.error, refetch: told.refetch }}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState>
              <Trans>Nothing was told to anybody outside.</Trans>
            </EmptyState>
          ) : (
            <>
              <Timeline
                entries={rows.map((line) => ({
                  id: line.id,
                  at: line.at,
                  icon: SendIcon,
                  title: line.recipient,
                  detail: (
                    <>
                      <div>
                        {line.information.map((one) => say(informationWords, one)).join(", ")}
                      </div>
                      <div>
                        {say(purposeWords, line.purpose)} · {say(basisWords, line.basis)}
                        {line.noticeVersion !== null && ` · ${t`with notice`}`}
                      </div>
                      {line.emergency !== null && <EmergencyLine emergency={line.emergency} />}
                    </>
                  ),
                  by: line.actorName,
                }))}
              />
              {told.more !== undefined && (
                <Button size="small" busy={told.isLoadingMore} onPress={told.more}>
                  <Trans>Earlier</Trans>
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </Card>
  );
};
