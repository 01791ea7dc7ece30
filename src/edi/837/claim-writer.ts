import type {
  Billing,
  Claim,
  ClaimHeader,
  Patient,
  ServiceLine,
  Subscriber,
} from "#edi/837/claim.ts";
import type { ReadClaim } from "#edi/837/claim-reader.ts";
import {
  adjudicationLoops,
  amountSegments,
  centsElement,
  codeSegments,
  coverageSegment,
  dateSegments,
  headerSegment,
  otherCoverageLoops,
  partySegments,
  referenceSegments,
} from "#edi/837/segment-maker.ts";
import type { Delimiters } from "#edi/x12/delimiters.ts";
import type { Group, Interchange } from "#edi/x12/envelope-segments.ts";
import type { Guide, LoopRule } from "#edi/x12/guide.ts";
import { writeInterchange } from "#edi/x12/interchange-writer.ts";
import { problemList, type ProblemList, type X12Problem } from "#edi/x12/problem.ts";
import type { RawLoop, RawSegment } from "#edi/x12/raw-segment.ts";
import { packCode } from "#edi/x12/segment-table.ts";

/** Claims of one guide that go out in one interchange. Claims share an HL where they share the very same object. */
export interface OutgoingClaims<Form> {
  readonly interchange: Interchange;
  readonly group: Group;
  readonly transactions: readonly {
    readonly control: string;
    readonly header: ClaimHeader;
    readonly claims: readonly Form[];
  }[];
  readonly delimiters?: Delimiters;
}

/** A written file. It may be sent only where none of its problems is an error. */
export interface WrittenFile {
  readonly bytes: Uint8Array;
  readonly problems: readonly X12Problem[];
}

/** What the two guides write each in its own way. */
export interface ClaimStyle<Line extends ServiceLine, Form extends Claim<Line>> {
  readonly guide: Guide;
  /** Qualifiers of HI whose codes share a segment, in the order of the segments. */
  readonly codeSets: readonly (readonly string[])[];
  /** Segments between the dates and the amounts of a claim. */
  stay(claim: Form): readonly RawSegment[];
  service(line: Line): RawSegment;
}

const codeOf = (segment: RawSegment, element: number): number => {
  const value = segment[element] ?? "";
  return packCode(typeof value === "string" ? value : (value[0] ?? ""));
};

/** Where a segment stands in the order of a loop; what the loop does not know stands before the loops inside it. */
const orderOf = (loop: LoopRule, [segment]: RawLoop): number => {
  const id = segment?.[0];
  if (segment === undefined || typeof id !== "string") return 0;
  if (id === loop.opener.id) return -1;
  for (const { rule, order } of loop.byId.get(packCode(id)) ?? []) {
    if (rule.codes.length === 0 || rule.codes.includes(codeOf(segment, rule.element))) return order;
  }
  const inner = loop.steps.find((step) => step.loop !== undefined);
  return (inner?.order ?? loop.steps.length) - 0.5;
};

const joined = (parts: readonly RawLoop[]): RawSegment[] => {
  const segments: RawSegment[] = [];
  for (const part of parts) for (const segment of part) segments.push(segment);
  return segments;
};

/** Own parts in the order they are given, and among them what was kept as it was read, where the guide wants it. */
const arranged = (
  loop: LoopRule | undefined,
  own: readonly RawLoop[],
  more: readonly RawLoop[],
): RawSegment[] => {
  if (loop === undefined || more.length === 0) return joined(own);
  return [...own, ...more]
    .map((part) => ({ part, order: orderOf(loop, part) }))
    .toSorted((a, b) => a.order - b.order)
    .flatMap(({ part }) => part);
};

/** Each segment as a part of its own. */
const addEach = (parts: RawLoop[], segments: readonly RawSegment[]): void => {
  for (const segment of segments) parts.push([segment]);
};

class ClaimSegments<Line extends ServiceLine, Form extends Claim<Line>> {
  readonly #style: ClaimStyle<Line, Form>;
  readonly #loops: ReadonlyMap<string, LoopRule>;
  #levels = 0;

  constructor(style: ClaimStyle<Line, Form>) {
    this.#style = style;
    this.#loops = new Map(style.guide.loops.map((loop) => [loop.id, loop]));
  }

  *ofTransaction(header: ClaimHeader, claims: readonly Form[]): Generator<RawSegment> {
    yield* arranged(
      this.#loops.get("ST"),
      [[headerSegment(header)], partySegments(header.submitter), partySegments(header.receiver)],
      header.more,
    );
    let billing: Billing | undefined;
    let subscriber: Subscriber | undefined;
    let patient: Patient | null = null;
    let billingLevel = "";
    let subscriberLevel = "";
    for (let place = 0; place < claims.length; place++) {
      const claim = claims[place];
      if (claim === undefined) continue;
      const isNewBilling = claim.billing !== billing;
      if (isNewBilling) {
        billing = claim.billing;
        billingLevel = this.#nextLevel();
        yield* this.#billing(billing, billingLevel);
      }
      // The subscriber's own claims stand before those of patients below the same subscriber.
      const isBehindPatients = patient !== null && claim.patient === null;
      if (isNewBilling || claim.subscriber !== subscriber || isBehindPatients) {
        subscriber = claim.subscriber;
        patient = null;
        subscriberLevel = this.#nextLevel();
        const hasPatients = leadsToPatient(claims, place);
        yield* this.#subscriber(subscriber, subscriberLevel, billingLevel, hasPatients);
      }
      if (claim.patient !== null && claim.patient !== patient) {
        patient = claim.patient;
        yield* this.#patient(patient, this.#nextLevel(), subscriberLevel);
      }
      yield* this.#claim(claim);
    }
  }

  #nextLevel(): string {
    this.#levels += 1;
    return String(this.#levels);
  }

  #billing(billing: Billing, level: string): RawSegment[] {
    const { taxonomy, provider, payTo, payToPlan, more } = billing;
    const own: RawLoop[] = [[["HL", level, "", "20", "1"]]];
    if (taxonomy !== "") own.push([["PRV", "BI", "PXC", taxonomy]]);
    for (const party of [provider, payTo, payToPlan])
      if (party !== null) own.push(partySegments(party));
    return arranged(this.#loops.get("2000A"), own, more);
  }

  #subscriber(
    subscriber: Subscriber,
    level: string,
    parent: string,
    hasPatients: boolean,
  ): RawSegment[] {
    const own: RawLoop[] = [
      [["HL", level, parent, "22", hasPatients ? "1" : "0"]],
      [coverageSegment(subscriber)],
      partySegments(subscriber.person),
      partySegments(subscriber.payer),
    ];
    return arranged(this.#loops.get("2000B"), own, subscriber.more);
  }

  #patient({ relationship, person, more }: Patient, level: string, parent: string): RawSegment[] {
    const own: RawLoop[] = [
      [["HL", level, parent, "23", "0"]],
      [["PAT", relationship]],
      partySegments(person),
    ];
    return arranged(this.#loops.get("2000C"), own, more);
  }

  #claim(claim: Form): RawSegment[] {
    const style = this.#style;
    const own: RawLoop[] = [[claimSegment(claim)]];
    addEach(own, dateSegments(claim.dates));
    addEach(own, style.stay(claim));
    addEach(own, amountSegments(claim.amounts));
    addEach(own, referenceSegments(claim.references));
    for (const { kind, value } of claim.notes) own.push([["NTE", kind, value]]);
    addEach(own, codeSegments(claim.codes, style.codeSets));
    for (const provider of claim.providers) own.push(partySegments(provider));
    for (const other of claim.otherCoverages)
      own.push(arranged(this.#loops.get("2320"), otherCoverageLoops(other), other.more));
    for (const line of claim.lines) own.push(this.#line(line));
    return arranged(this.#loops.get("2300"), own, claim.more);
  }

  #line(line: Line): RawSegment[] {
    const own: RawLoop[] = [[["LX", String(line.number)]], [this.#style.service(line)]];
    addEach(own, dateSegments(line.dates));
    addEach(own, referenceSegments(line.references));
    addEach(own, amountSegments(line.amounts));
    for (const provider of line.providers) own.push(partySegments(provider));
    for (const one of line.adjudications)
      own.push(arranged(this.#loops.get("2430"), adjudicationLoops(one), one.more));
    return arranged(this.#loops.get("2400"), own, line.more);
  }
}

/** Whether a patient follows below the subscriber whose first claim stands at `place`. */
const leadsToPatient = (claims: readonly Claim<ServiceLine>[], place: number): boolean => {
  const subscriber = claims[place]?.subscriber;
  for (let next = place; claims[next]?.subscriber === subscriber; next++)
    if (claims[next]?.patient !== null) return claims[next] !== undefined;
  return false;
};

const claimSegment = (claim: Claim<ServiceLine>): RawSegment => [
  "CLM",
  claim.control,
  centsElement(claim.chargeCents),
  "",
  "",
  [claim.facility, claim.facilityKind, claim.frequency],
  claim.providerSigned,
  claim.assignment,
  claim.assignsBenefits,
  claim.releases,
  claim.signatureSource,
  ...claim.rest,
];

/** Writes claims as one interchange. Says what was replaced and what is too long, and nothing else: see {@link writeClaims}. */
export const writeUnread = <Line extends ServiceLine, Form extends Claim<Line>>(
  style: ClaimStyle<Line, Form>,
  { interchange, group, delimiters, transactions }: OutgoingClaims<Form>,
  problems: ProblemList,
): Uint8Array =>
  writeInterchange(
    {
      interchange,
      group,
      set: style.guide.set,
      version: style.guide.version,
      ...(delimiters && { delimiters }),
      transactions: transactions.map(({ control, header, claims }) => ({
        control,
        segments: new ClaimSegments(style).ofTransaction(header, claims),
      })),
    },
    problems,
  );

/**
 * Writes claims as one interchange, and reads what it wrote: whatever a reader of the guide would find wrong is among
 * the problems. The bytes are ASCII.
 */
export const writeClaims = <Line extends ServiceLine, Form extends Claim<Line>>(
  style: ClaimStyle<Line, Form>,
  read: (chunks: Iterable<Uint8Array>, found: ProblemList) => Generator<ReadClaim<Form>>,
  outgoing: OutgoingClaims<Form>,
): WrittenFile => {
  const problems = problemList();
  const bytes = writeUnread(style, outgoing, problems);
  const claims = read([bytes], problems);
  while (claims.next().done !== true);
  return { bytes, problems: problems.found };
};
