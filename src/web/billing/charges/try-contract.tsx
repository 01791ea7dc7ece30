import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { tryContract } from "#domain/billing/charges/day-charge.api.ts";
import { serviceModes } from "#domain/billing/charges/day-facts.ts";
import type { Output } from "#domain/contract/route.ts";
import { billingServices } from "#domain/payers/billing-service.ts";
import { LineRows, ZeroRows } from "#web/billing/charges/charge-rows.tsx";
import { chargeProblemWords, modeWords, servicesSaid } from "#web/billing/charges/charge-words.ts";
import { useChargeSentences } from "#web/billing/charges/use-charge-sentences.ts";
import { sayMoney } from "#web/platform/money.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm } from "#web/platform/use-form.ts";
import { useSay } from "#web/platform/use-say.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow, Form } from "#web/ui/form.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { AddIcon, CloseIcon } from "#web/ui/icons.ts";
import { NumberField } from "#web/ui/number-field.tsx";
import { PanelPart } from "#web/ui/panel-part.tsx";
import { Quiet } from "#web/ui/quiet.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Trial = Output<typeof tryContract>;

type ServiceMode = (typeof serviceModes)[number];

interface MadeUpService {
  readonly service: string;
  readonly minutes: number | null;
}

const oneHour: MadeUpService = { service: "group-therapy", minutes: 60 };

const ServiceFields = (props: {
  readonly row: MadeUpService;
  readonly place: number;
  readonly onChange: (change: Partial<MadeUpService>) => void;
  readonly onRemove: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { row, place, onChange, onRemove } = props;
  const services = useChoices(billingServices, servicesSaid);
  const number = place + 1;
  return (
    <FieldRow>
      <SelectField
        label={t`Service ${number}`}
        name={`service-${place}`}
        value={row.service}
        choices={services}
        onChange={(service) => onChange({ service })}
      />
      <NumberField
        label={t`Minutes`}
        name={`minutes-${place}`}
        value={row.minutes}
        onChange={(minutes) => onChange({ minutes })}
      />
      <IconButton icon={CloseIcon} label={t`Leave service ${number} out`} onPress={onRemove} />
    </FieldRow>
  );
};

const Result = (props: { readonly trial: Trial }): ReactNode => {
  const { t } = useLingui();
  const say = useSay();
  const { hold } = useChargeSentences();
  const { charges, services } = props.trial;
  const named = services.map((service) => {
    const name = say(servicesSaid, service.service);
    return { ...service, sessionName: t`${name}, ${service.creditedMinutes} minutes` };
  });
  const amount = sayMoney(charges.totalCents);
  return (
    <PanelPart title={<Trans>It would bill {amount}</Trans>}>
      {charges.holds.map((one, place) => (
        <Quiet key={place}>{hold(one)?.sentence ?? one.code}</Quiet>
      ))}
      {charges.lines.length > 0 && (
        <LineRows lines={charges.lines} services={named} zone="UTC" isMadeUp />
      )}
      {charges.zeroes.length > 0 && (
        <ZeroRows zeroes={charges.zeroes} services={named} zone="UTC" isMadeUp />
      )}
    </PanelPart>
  );
};

interface MadeUpDay extends Readonly<Record<string, unknown>> {
  readonly serviceDate: string;
  readonly population: "adult" | "adolescent" | "";
  readonly mode: ServiceMode | "";
  readonly credential: string;
  readonly services: readonly MadeUpService[];
}

interface TrialProps {
  readonly contractVersionId: string;
  /** A day on which the version is in force. */
  readonly day: string;
}

const TrialForm = ({ contractVersionId, day }: TrialProps): ReactNode => {
  const { t } = useLingui();
  const [trial, setTrial] = useState<Trial | null>(null);
  const act = useAct(tryContract, {
    words: chargeProblemWords,
    failureShownInPlace: true,
    onDone: setTrial,
  });
  const initial: MadeUpDay = {
    serviceDate: day,
    population: "adult",
    mode: "room",
    credential: "",
    services: [oneHour, oneHour, oneHour],
  };
  const form = useForm({
    id: `trial-${contractVersionId}`,
    initial,
    act,
    passing: true,
    toInput: ({ serviceDate, population, mode, credential, services }) => ({
      contractVersionId,
      serviceDate,
      ...(population !== "" && { population }),
      services: services.map(({ service, minutes }) => ({
        service,
        minutes: minutes ?? 0,
        ...(mode !== "" && { mode }),
        credentials: credential.trim() === "" ? [] : [credential.trim()],
      })),
    }),
  });
  const modes = useChoices(serviceModes, modeWords);
  const { services } = form.values;
  const change = (at: number, part: Partial<MadeUpService>): void =>
    form.set({
      services: services.map((row, place) => (place === at ? { ...row, ...part } : row)),
    });
  const remove = (at: number): void =>
    form.set({ services: services.filter((_, place) => place !== at) });
  return (
    <>
      <Form form={form} submit={<Trans>Try it</Trans>}>
        <FieldRow>
          <DateField label={t`Day`} {...form.field("serviceDate")} />
          <SelectField
            label={t`Who`}
            choices={[
              { value: "adult", label: t`an adult` },
              { value: "adolescent", label: t`an adolescent` },
            ]}
            {...form.field("population")}
          />
        </FieldRow>
        <FieldRow>
          <SelectField label={t`Took part`} choices={modes} {...form.field("mode")} />
          <TextField
            label={t`Led by`}
            hint={t`A credential, like LCSW.`}
            optional
            maxLength={20}
            {...form.field("credential")}
          />
        </FieldRow>
        {services.map((row, place) => (
          <ServiceFields
            key={place}
            row={row}
            place={place}
            onChange={(part) => change(place, part)}
            onRemove={() => remove(place)}
          />
        ))}
        <Button
          size="small"
          icon={AddIcon}
          onPress={() => form.set({ services: [...services, oneHour] })}
        >
          <Trans>Add a service</Trans>
        </Button>
      </Form>
      {trial !== null && <Result trial={trial} />}
    </>
  );
};

/** Tries a version of a contract out on a made-up day: nothing is kept. */
export const TryContract = (props: TrialProps): ReactNode => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Card title={<Trans>Try it out</Trans>}>
      <Quiet>
        <Trans>Make up a day and see what this version makes of it. Nothing is kept.</Trans>
      </Quiet>
      <Button onPress={() => setOpen(true)}>
        <Trans>Make up a day</Trans>
      </Button>
      <SidePanel
        open={isOpen}
        onClose={() => setOpen(false)}
        title={<Trans>What would this day bill?</Trans>}
      >
        {isOpen && <TrialForm {...props} />}
      </SidePanel>
    </Card>
  );
};
