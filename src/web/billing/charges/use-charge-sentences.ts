import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";
import type {
  ChargeLine,
  ChargeValues,
  DayHoldCode,
  ZeroCode,
} from "#domain/billing/charges/day-charge.ts";
import {
  authorizationUnitsSaid,
  countedWords,
  dayHoldWords,
  lineRuleWords,
  otherwiseWords,
  overLimitWords,
  scopedHoldWords,
  servicesSaid,
  zeroWords,
} from "#web/billing/charges/charge-words.ts";
import { sayMoney } from "#web/platform/money.ts";
import { useSay } from "#web/platform/use-say.ts";

/** A code with what fills its sentence: of a zero, a hold, a rule. */
interface Said<Code extends string> {
  readonly code: Code;
  readonly values: ChargeValues;
}

const isDayHold = (code: string): code is DayHoldCode => code in dayHoldWords;
const isLineRule = (code: string): code is ChargeLine["rule"]["code"] => code in lineRuleWords;

const isNumber = (value: ChargeValues[string] | undefined): value is number =>
  typeof value === "number";

/** Whose contract a day waits for, where that is known; else nothing. */
const sayScoped = (say: ReturnType<typeof useSay>, code: string, values: ChargeValues): string =>
  code in scopedHoldWords && typeof values["level"] === "string"
    ? say(scopedHoldWords, code, values)
    : "";

export interface ChargeSentences {
  readonly zero: (said: Said<ZeroCode>) => string;
  /** Null for a rule this version does not know. */
  readonly rule: (said: Said<string>) => string | null;
  /** Null for what is no hold of a day. */
  readonly hold: (
    said: Said<string>,
  ) => { readonly name: string; readonly sentence: string; readonly mend: string } | null;
}

/** The sentences of day charges: why a line stands, why a service earns nothing, why a day waits. */
export const useChargeSentences = (): ChargeSentences => {
  const { i18n } = useLingui();
  const say = useSay();
  /** Codes among the values in the words of the desk. */
  const spoken = (values: ChargeValues): ChargeValues => {
    const { service, unit, procedure, revenueCode } = values;
    return {
      ...values,
      ...(typeof service === "string" && { service: say(servicesSaid, service) }),
      ...(typeof unit === "string" && { unit: say(authorizationUnitsSaid, unit) }),
      code: [revenueCode, procedure].filter((code) => typeof code === "string").join(" "),
    };
  };
  const counted = (values: ChargeValues): string[] => [
    ...(isNumber(values["minimumServices"]) ? [say(countedWords, "services", values)] : []),
    ...(isNumber(values["possibleUnits"]) ? [say(countedWords, "limited", values)] : []),
  ];
  const otherwise = ({ claimedName, nowName, claimedCents, nowCents }: ChargeValues): string =>
    [
      ...(typeof claimedName === "string" && typeof nowName === "string"
        ? [say(otherwiseWords, "provider", { claimedName, nowName })]
        : []),
      ...(isNumber(claimedCents) && isNumber(nowCents) && claimedCents !== nowCents
        ? [
            say(otherwiseWords, "amount", {
              claimed: sayMoney(claimedCents),
              now: sayMoney(nowCents),
            }),
          ]
        : []),
    ].join(" ");
  return {
    zero: ({ code, values }) =>
      values["isOverLimit"] === true
        ? i18n._({ ...overLimitWords, values })
        : [say(zeroWords, code, spoken(values)), ...counted(values)].join(" "),
    rule: ({ code, values }) =>
      isLineRule(code)
        ? [say(lineRuleWords, code, spoken(values)), ...counted(values)].join(" ")
        : null,
    hold: ({ code, values }) => {
      if (!isDayHold(code)) return null;
      const { name, sentence, mend } = dayHoldWords[code];
      const first = typeof values["heldBy"] === "string" ? values["heldBy"] : "";
      const before = isDayHold(first) ? dayHoldWords[first] : null;
      const filled = (words: MessageDescriptor) => i18n._({ ...words, values: spoken(values) });
      const exactly =
        code === "claim-needs-correction" ? otherwise(values) : sayScoped(say, code, values);
      const sentences = [
        exactly === "" ? filled(sentence) : exactly,
        ...(before === null ? [] : [filled(before.sentence)]),
      ];
      const ways = [
        ...(before === null ? [] : [i18n._(before.mend)]),
        values["isSent"] === false ? say(otherwiseWords, "rebuild") : i18n._(mend),
      ];
      return { name: i18n._(name), sentence: sentences.join(" "), mend: ways.join(" ") };
    },
  };
};
