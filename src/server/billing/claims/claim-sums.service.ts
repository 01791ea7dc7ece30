import { labelSchema } from "#domain/basics/label.ts";
import type * as files from "#domain/billing/claims/claim-file.api.ts";
import type * as api from "#domain/billing/claims/claim.api.ts";
import { claimAges, type ClaimCount } from "#domain/billing/claims/claim.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { filterOf, findSought } from "#server/billing/claims/claim-sought.ts";
import { sumClaims as select } from "#server/billing/claims/claim-sums.queries.ts";
import {
  refusalsAtTheDoor,
  type AtTheDoor,
} from "#server/billing/claims/export-rehearsal.service.ts";
import type { Work } from "#server/platform/work.ts";

type Part = Awaited<ReturnType<typeof select>>[number];

/** What the door is asked of a part that is ready; null of any other. */
const atTheDoor = ({ patientId, payerName, label }: Part): AtTheDoor | null =>
  patientId === null || label === null
    ? null
    : { patientId, payerName, label: labelSchema.parse(label) };

/** What matches in parts. What is ready and would be kept at the door is held, as the batch says, too. */
const partsOf = async (work: Work, input: Parsed<typeof api.sumClaims>): Promise<Part[]> => {
  const sought = await findSought(work, input.q);
  const parts = await select(work, await filterOf(work, input), sought);
  const refusalOf = await refusalsAtTheDoor(
    work,
    parts.flatMap((part) => atTheDoor(part) ?? []),
  );
  return parts.map((part) => {
    const asked = atTheDoor(part);
    return asked === null || refusalOf(asked) === null ? part : { ...part, place: "held" };
  });
};

const added = (parts: readonly Part[]) => ({
  claims: parts.reduce((sum, { claims }) => sum + claims, 0),
  totalCents: parts.reduce((sum, { totalCents }) => sum + totalCents, 0),
  voids: parts.reduce((sum, { voids }) => sum + voids, 0),
  voidCents: parts.reduce((sum, { voidCents }) => sum + voidCents, 0),
});

const sumsOf = (parts: readonly Part[]): api.ClaimSums => {
  const of = (wanted: ClaimCount) => added(parts.filter(({ place }) => place === wanted));
  return {
    ready: of("ready"),
    held: of("held"),
    made: of("made"),
    asked: of("asked"),
    test: of("test"),
    rejected: of("rejected"),
    nothing: of("nothing"),
  };
};

/** What the claims that match come to. */
export const sumClaims = async (
  work: Work,
  input: Parsed<typeof api.sumClaims>,
): Promise<Output<typeof api.sumClaims>> => {
  const parts = await partsOf(work, input);
  const asked = parts.filter(({ place }) => place === "asked");
  return {
    total: added(parts).claims,
    sums: sumsOf(parts),
    readyAgainCents: parts
      .filter(({ place }) => place === "ready")
      .reduce((sum, { againCents }) => sum + againCents, 0),
    payers: [...Map.groupBy(parts, ({ payerId }) => payerId).values()].flatMap((own) => {
      const [first] = own;
      return first === undefined
        ? []
        : [{ payer: { id: first.payerId, name: first.payerName }, sums: sumsOf(own) }];
    }),
    ages: claimAges.map((age) => ({ age, ...added(asked.filter((part) => part.age === age)) })),
  };
};

/** What an export of these days would send now, and what the door would keep: whoever looks at the day's work needs no names. */
export const sumExport = async (
  work: Work,
  { from, to }: Parsed<typeof files.sumExport>,
): Promise<Output<typeof files.sumExport>> => {
  const parts = await partsOf(work, {
    q: "",
    spanOf: "days",
    state: "ready",
    countsAs: "ready",
    from,
    to,
  });
  return {
    ready: added(parts.filter(({ place }) => place === "ready")),
    keptBack: added(parts.filter(({ place }) => place === "held")),
  };
};
