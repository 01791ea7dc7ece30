import type { ChargeLine, ChargeValues } from "#domain/billing/charges/day-charge.ts";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";

/** The session most of a line's minutes are from: whoever led it answers for the line to the payer. */
export const longestOf = <Session extends { readonly minutes: number }>(
  sessions: readonly Session[],
): Session | undefined => sessions.toSorted((a, b) => b.minutes - a.minutes)[0];

/** What of a line a payer is told, as far as its day decides it. */
type ToldLine = Pick<ChargeLine, "key" | "units" | "chargeCents" | "isTelehealth" | "sessions">;

type Terms = Pick<
  ContractTerms,
  "form" | "placeOfService" | "placeOfServiceTelehealth" | "providers"
>;

/** What money is asked for. A minute more within the same unit, or a signature, changes no claim. */
const sumOf = (lines: readonly ToldLine[]): string =>
  JSON.stringify(lines.map(({ key, units, chargeCents }) => [key, units, chargeCents]));

/** Whom the payer is told of; null where it is told of nobody, or nobody was written down. */
const renderedBy = ({ sessions }: ToldLine, { providers }: Terms): string | null => {
  const led = longestOf(sessions);
  if (led === undefined || providers.rendering === "none") return null;
  if (providers.rendering === "lead") return led.leadStaffId;
  return led.leadSupervisorId ?? led.leadStaffId;
};

const leadOf = ({ sessions }: ToldLine): string | null => longestOf(sessions)?.leadStaffId ?? null;

/**
 * Who a line was told to be rendered by, and who it would be now. As long as the same person led it, a new supervisor of theirs
 * changes nothing of what was true on the day.
 */
const otherProvider = (was: ToldLine, now: ToldLine, terms: Terms): ChargeValues | null => {
  if (leadOf(was) === leadOf(now)) return null;
  const [claimedStaffId, nowStaffId] = [renderedBy(was, terms), renderedBy(now, terms)];
  const isKnown = claimedStaffId !== null && nowStaffId !== null;
  return isKnown && claimedStaffId !== nowStaffId ? { claimedStaffId, nowStaffId } : null;
};

/** Only a professional claim names the place, and only some contracts another for a line by video or telephone. */
const isOtherPlace = (was: ToldLine, now: ToldLine, terms: Terms): boolean =>
  was.isTelehealth !== now.isTelehealth &&
  terms.form === "professional" &&
  terms.placeOfServiceTelehealth !== null &&
  terms.placeOfServiceTelehealth !== terms.placeOfService;

const pairOf = (was: ToldLine, now: ToldLine | undefined, terms: Terms) =>
  now === undefined
    ? []
    : [
        {
          provider: otherProvider(was, now, terms),
          isOtherPlace: isOtherPlace(was, now, terms),
        },
      ];

/**
 * Whether a claim would say something else of a day now than it says: other codes, units or money, another rendering provider
 * (005010X222A1, 2310B and 2420A), another place of service. Null where it would say the same; else what a sentence about it needs.
 */
export const billedOtherwise = (
  was: readonly ToldLine[],
  now: readonly ToldLine[],
  terms: Terms | null,
): ChargeValues | null => {
  const pairs = terms === null ? [] : was.flatMap((line, at) => pairOf(line, now[at], terms));
  const provider = pairs.find((pair) => pair.provider !== null)?.provider ?? null;
  if (provider !== null) return provider;
  return sumOf(was) !== sumOf(now) || pairs.some((pair) => pair.isOtherPlace) ? {} : null;
};
