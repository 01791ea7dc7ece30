import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ChargeLine, Zero } from "#domain/billing/charges/day-charge.ts";
import type { DayService } from "#domain/billing/charges/day-facts.ts";
import { sayCodes } from "#web/billing/charges/code-text.ts";
import { servicesSaid } from "#web/billing/charges/charge-words.ts";
import { useChargeSentences } from "#web/billing/charges/use-charge-sentences.ts";
import { sayTime } from "#web/platform/dates.ts";
import { sayMoney } from "#web/platform/money.ts";
import { useSayOtherZone } from "#web/platform/other-zone.ts";
import { paths } from "#web/platform/paths.ts";
import { useSay } from "#web/platform/use-say.ts";
import { Link } from "#web/ui/link.tsx";
import { OpenRow, OpenRows } from "#web/ui/open-rows.tsx";
import { Quiet } from "#web/ui/quiet.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

/** What is known of the day's sessions, where they were read with it. */
type Known = Pick<DayService, "sessionId" | "sessionName" | "startedAt" | "isOver">;

interface Sessions {
  readonly services: readonly Known[];
  readonly zone: string;
  /** Made up for a trial: there is nothing to open. */
  readonly isMadeUp?: boolean;
}

const SessionName = (props: { readonly of: Sessions; readonly sessionId: string }): ReactNode => {
  const { services, zone, isMadeUp } = props.of;
  const service = services.find(({ sessionId }) => sessionId === props.sessionId);
  const other = useSayOtherZone()(zone);
  if (isMadeUp) return service?.sessionName;
  const time = service === undefined ? "" : `${sayTime(service.startedAt, zone)}${other}`;
  return (
    <Link to={paths.sessionCharges(props.sessionId)}>
      {service === undefined ? <Trans>Session</Trans> : `${time} ${service.sessionName}`}
    </Link>
  );
};

const Price = (props: { readonly line: ChargeLine }): ReactNode => {
  const { units, priceCents } = props.line;
  if (priceCents === null)
    return (
      <Trans>
        {units} × <strong>no price</strong>
      </Trans>
    );
  const price = sayMoney(priceCents);
  return (
    <>
      {units} × {price}
    </>
  );
};

/** Whether a session still runs or lies ahead: its minutes are none yet. */
const runsIn = ({ services }: Sessions, sessionId: string): boolean =>
  services.some((one) => one.sessionId === sessionId && !one.isOver);

const Minutes = (props: { readonly minutes: number; readonly isRunning: boolean }): ReactNode =>
  props.isRunning ? (
    <Trans>still runs</Trans>
  ) : (
    <Plural value={props.minutes} one="# minute" other="# minutes" />
  );

const LineRow = (
  props: Sessions & { readonly line: ChargeLine; readonly isOpen: boolean },
): ReactNode => {
  const { line } = props;
  const { t } = useLingui();
  const say = useSay();
  const { rule } = useChargeSentences();
  const isRunning = line.sessions.some(({ sessionId }) => runsIn(props, sessionId));
  return (
    <OpenRow
      title={sayCodes(line)}
      below={
        <>
          {line.service === null ? t`the day as a whole` : say(servicesSaid, line.service)} ·{" "}
          <Price line={line} /> · <Minutes minutes={line.minutes} isRunning={isRunning} />
        </>
      }
      figure={line.chargeCents === null ? "–" : sayMoney(line.chargeCents)}
      isOpen={props.isOpen}
    >
      <p>{rule(line.rule)}</p>
      <Rows>
        {line.sessions.map((session) => (
          <Row
            key={session.attendanceId}
            title={<SessionName of={props} sessionId={session.sessionId} />}
            marks={
              <Minutes minutes={session.minutes} isRunning={runsIn(props, session.sessionId)} />
            }
          />
        ))}
      </Rows>
      <Quiet>
        <Trans>Said by: {line.rule.source}</Trans>
      </Quiet>
    </OpenRow>
  );
};

/** Each line of a day: its codes, what it comes to; open, the rule that made it and the sessions it rests on. */
export const LineRows = (
  props: Sessions & { readonly lines: readonly ChargeLine[] },
): ReactNode => {
  const { t } = useLingui();
  return (
    <OpenRows label={t`Lines`}>
      {props.lines.map((line) => (
        <LineRow {...props} key={line.key} line={line} isOpen={props.lines.length === 1} />
      ))}
    </OpenRows>
  );
};

/** Each service that earns nothing of its own, and why, by whose word. */
export const ZeroRows = (props: Sessions & { readonly zeroes: readonly Zero[] }): ReactNode => {
  const { t } = useLingui();
  const sentences = useChargeSentences();
  return (
    <Rows label={t`Earns nothing`}>
      {props.zeroes.map((zero, place) => (
        <Row
          key={place}
          title={
            zero.sessionId === null ? (
              <Trans>The day as a whole</Trans>
            ) : (
              <SessionName of={props} sessionId={zero.sessionId} />
            )
          }
          below={
            <>
              {sentences.zero(zero)}
              {zero.source !== null && (
                <>
                  {" "}
                  <Trans>Said by: {zero.source}</Trans>
                </>
              )}
            </>
          }
          marks={sayMoney(0)}
        />
      ))}
    </Rows>
  );
};
