import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import {
  listCoverageRevisions,
  listCoverages,
  orderCoverages,
} from "#domain/coverage/coverage.api.ts";
import { coversOn, type Coverage } from "#domain/coverage/coverage.ts";
import {
  coverageWords,
  lackWords,
  policyHistoryWords,
  rankWords,
  relationWords,
} from "#web/coverage/coverage-words.ts";
import { EndPolicyForm } from "#web/coverage/policy-ending.tsx";
import { AddPolicyForm, ChangePolicyForm } from "#web/coverage/policy-form.tsx";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSay } from "#web/platform/use-say.ts";
import { useToday } from "#web/platform/use-today.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { HistoryCard } from "#web/ui/history-card.tsx";
import { EditIcon, HistoryIcon, RetireIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Note } from "#web/ui/note.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Time } from "#web/ui/time.tsx";

const PolicyFacts = (props: { readonly policy: Coverage }): ReactNode => {
  const say = useSay();
  const { policy } = props;
  const { subscriberName, subscriberBirthDate, subscriberAddress: address } = policy;
  return (
    <Facts
      facts={[
        { name: <Trans>Member number</Trans>, value: policy.memberNumber },
        { name: <Trans>Group number</Trans>, value: policy.groupNumber },
        { name: <Trans>Plan</Trans>, value: policy.planName },
        {
          name: <Trans>Whose policy</Trans>,
          value: (
            <>
              {say(relationWords, policy.relationToSubscriber)}
              {subscriberName !== null && ` · ${subscriberName}`}
              {subscriberBirthDate !== null && (
                <>
                  {" · "}
                  <Trans>
                    born <Time at={subscriberBirthDate} as="calendar" />
                  </Trans>
                </>
              )}
              {address !== null && ` · ${address.street}, ${address.city} ${address.state}`}
            </>
          ),
        },
        {
          name: <Trans>Valid</Trans>,
          value: (
            <>
              <Time at={policy.effectiveFrom} as="calendar" /> –{" "}
              {policy.effectiveTo === null ? (
                <Trans>no end known</Trans>
              ) : (
                <Time at={policy.effectiveTo} as="calendar" />
              )}
            </>
          ),
        },
      ]}
    />
  );
};

const Lacks = (props: { readonly policy: Coverage; readonly onMend: () => void }): ReactNode => {
  const say = useSay();
  const { lacks, patientId } = props.policy;
  const mayManage = useCan("coverage:manage");
  const mayRegister = useCan("patients:register");
  if (lacks.length === 0) return null;
  const isOwn = lacks.some((lack) => lack.startsWith("patient-"));
  const isHolders = lacks.some((lack) => lack.startsWith("subscriber-"));
  return (
    <Note
      meaning="short"
      action={
        <>
          {isHolders && mayManage && (
            <Button size="small" onPress={props.onMend}>
              <Trans>Correct</Trans>
            </Button>
          )}
          {isOwn && mayRegister && (
            <Button size="small" to={paths.patientFacts(patientId)}>
              <Trans>Facts</Trans>
            </Button>
          )}
        </>
      }
    >
      <Trans>A claim still needs:</Trans> {lacks.map((lack) => say(lackWords, lack)).join("; ")}.
    </Note>
  );
};

type Opened = {
  readonly what: "change" | "end" | "history";
  readonly policy: Coverage;
};

const PolicyCard = (props: {
  readonly policy: Coverage;
  /** Moves it before the one above; undefined for the first and for what has ended. */
  readonly onUp: (() => void) | undefined;
  readonly onOpen: (opened: Opened) => void;
}): ReactNode => {
  const say = useSay();
  const { policy, onUp, onOpen } = props;
  const mayManage = useCan("coverage:manage");
  const isOver = !coversOn(policy, useToday());
  return (
    <Card
      title={policy.payer.name}
      aside={
        isOver ? (
          <Chip>
            <Trans>Not in force</Trans>
          </Chip>
        ) : (
          <Chip meaning={policy.rank === 1 ? "ontime" : undefined}>
            {say(rankWords, String(policy.rank))}
          </Chip>
        )
      }
      actions={
        <>
          {mayManage && onUp !== undefined && (
            <Button size="small" kind="quiet" onPress={onUp}>
              <Trans>Pays sooner</Trans>
            </Button>
          )}
          <Button
            size="small"
            kind="quiet"
            icon={HistoryIcon}
            onPress={() => onOpen({ what: "history", policy })}
          >
            <Trans>History</Trans>
          </Button>
          {mayManage && (
            <>
              <Button
                size="small"
                icon={EditIcon}
                onPress={() => onOpen({ what: "change", policy })}
              >
                <Trans>Correct</Trans>
              </Button>
              <Button
                size="small"
                icon={RetireIcon}
                onPress={() => onOpen({ what: "end", policy })}
              >
                <Trans>End</Trans>
              </Button>
            </>
          )}
        </>
      }
    >
      {!isOver && <Lacks policy={policy} onMend={() => onOpen({ what: "change", policy })} />}
      <PolicyFacts policy={policy} />
    </Card>
  );
};

const History = (props: { readonly coverageId: string }): ReactNode => (
  <HistoryCard
    read={useRead(listCoverageRevisions, { coverageId: props.coverageId })}
    words={policyHistoryWords}
  />
);

const Panels = (props: {
  readonly opened: Opened | null;
  readonly refresh: () => unknown;
  readonly onClose: () => void;
}): ReactNode => {
  const { opened, refresh, onClose } = props;
  const policy = opened?.policy;
  return (
    <>
      <SidePanel
        open={opened?.what === "change"}
        onClose={onClose}
        title={<Trans>Correct policy</Trans>}
      >
        {opened?.what === "change" && policy !== undefined && (
          <ChangePolicyForm policy={policy} refresh={refresh} onClose={onClose} />
        )}
      </SidePanel>
      <SidePanel open={opened?.what === "end"} onClose={onClose} title={<Trans>End policy</Trans>}>
        {opened?.what === "end" && policy !== undefined && (
          <EndPolicyForm policy={policy} onClose={onClose} />
        )}
      </SidePanel>
      <SidePanel open={opened?.what === "history"} onClose={onClose} title={<Trans>History</Trans>}>
        {opened?.what === "history" && policy !== undefined && <History coverageId={policy.id} />}
      </SidePanel>
    </>
  );
};

/** The policies of somebody in the order in which they pay, and what each still lacks. */
export const PoliciesCard = (props: {
  readonly patientId: string;
  readonly adding: boolean;
  readonly onAdd: () => void;
  readonly onAdded: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { patientId, adding, onAdd, onAdded } = props;
  const read = useRead(listCoverages, { patientId });
  const mayManage = useCan("coverage:manage");
  const [opened, setOpened] = useState<Opened | null>(null);
  const order = useAct(orderCoverages, {
    done: t`The order is changed.`,
    words: coverageWords,
    changes: ["chart"],
  });
  const upOf = (rows: readonly Coverage[], policy: Coverage): (() => void) | undefined => {
    const running = rows.filter(({ effectiveTo }) => effectiveTo === null).map(({ id }) => id);
    const place = running.indexOf(policy.id);
    const above = running[place - 1];
    if (place < 1 || above === undefined) return undefined;
    const coverageIds = running.toSpliced(place - 1, 2, policy.id, above);
    return () => void order.run({ patientId, coverageIds });
  };
  return (
    <>
      <Loaded read={read}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Card title={<Trans>Policies</Trans>}>
              <EmptyState
                action={
                  mayManage && (
                    <Button onPress={onAdd}>
                      <Trans>Add policy</Trans>
                    </Button>
                  )
                }
              >
                <Trans>No policy is on file. Without one, care is billed to nobody.</Trans>
              </EmptyState>
            </Card>
          ) : (
            rows.map((policy) => (
              <PolicyCard
                key={policy.id}
                policy={policy}
                onUp={upOf(rows, policy)}
                onOpen={setOpened}
              />
            ))
          )
        }
      </Loaded>
      <SidePanel open={adding} onClose={onAdded} title={<Trans>Add policy</Trans>}>
        {adding && <AddPolicyForm patientId={patientId} onClose={onAdded} />}
      </SidePanel>
      <Panels opened={opened} refresh={read.refetch} onClose={() => setOpened(null)} />
    </>
  );
};
