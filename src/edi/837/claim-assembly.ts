import type { ServiceLine } from "#edi/837/claim.ts";
import {
  readCoverage,
  readHeader,
  takeAdjudication,
  takeClaim,
  takeOther,
} from "#edi/837/claim-segments.ts";
import {
  emptyAdjudication,
  emptyBilling,
  emptyClaim,
  emptyHeader,
  emptyOtherCoverage,
  emptyParty,
  emptyPatient,
  emptySubscriber,
  type ClaimDraft,
  type Draft,
} from "#edi/837/draft.ts";
import { readParty, takeIntoParty } from "#edi/837/party-reader.ts";
import {
  readQuantity,
  takeAmount,
  takeDate,
  takeReference,
  type Source,
} from "#edi/837/value-reader.ts";
import type { Guide } from "#edi/x12/guide.ts";
import { rawSegment, type RawLoop, type RawSegment } from "#edi/x12/raw-segment.ts";
import { elementText, packCode } from "#edi/x12/segment-table.ts";

/** What the two guides have each in its own way. */
export interface ClaimForm<Line extends Draft<ServiceLine>, Form extends ClaimDraft<Line>> {
  readonly guide: Guide;
  begin(draft: ClaimDraft<Line>): Form;
  beginLine(): Line;
  /** Takes a segment of the claim that only this guide has; false where it is none. */
  takeClaim(claim: Form, source: Source): boolean;
  /** Takes SV1 or SV2; false where it is neither. */
  takeService(line: Line, source: Source): boolean;
}

const ids = {
  bht: packCode("BHT"),
  nm1: packCode("NM1"),
  hl: packCode("HL"),
  prv: packCode("PRV"),
  sbr: packCode("SBR"),
  pat: packCode("PAT"),
  dtp: packCode("DTP"),
  ref: packCode("REF"),
  amt: packCode("AMT"),
  lx: packCode("LX"),
};

/** Puts the segments of one transaction together, each by the loop it stands in, into claims. */
export class ClaimAssembly<Line extends Draft<ServiceLine>, Form extends ClaimDraft<Line>> {
  readonly header = emptyHeader();
  /** The claim that is being read; whole when the next one or a new level of the hierarchy begins. */
  claim: Form | undefined;
  readonly #form: ClaimForm<Line, Form>;
  readonly #source: Source;
  #line: Line | undefined;
  #billing = emptyBilling();
  #subscriber = emptySubscriber();
  #patient: ReturnType<typeof emptyPatient> | null = null;
  #other = emptyOtherCoverage();
  #adjudication = emptyAdjudication();
  #party = emptyParty("submitter");
  #raw: RawSegment[] = [];

  constructor(form: ClaimForm<Line, Form>, source: Source) {
    this.#form = form;
    this.#source = source;
  }

  /** Takes the segment the source stands at, in the loop `id`; `isFirst` says that it opens it. */
  take(id: string, isFirst: boolean): void {
    if (isFirst) this.#open(id);
    if (!this.#takeTyped(id, isFirst)) this.keep(id);
  }

  /** Keeps the segment the source stands at as it is, with what the loop `id` says. */
  keep(id: string): void {
    const raw = rawSegment(this.#source.table, this.#source.segment);
    if (id === "2410" || id === "2440") this.#raw.push(raw);
    else this.#moreOf(id)?.push([raw]);
  }

  #open(id: string): void {
    switch (id) {
      case "2000A":
        this.#billing = emptyBilling();
        break;
      case "2000B":
        this.#subscriber = emptySubscriber();
        this.#patient = null;
        break;
      case "2000C":
        this.#patient = emptyPatient();
        break;
      case "2300":
        this.claim = this.#form.begin(emptyClaim(this.#billing, this.#subscriber, this.#patient));
        this.#line = undefined;
        break;
      case "2320":
        this.#other = emptyOtherCoverage();
        this.claim?.otherCoverages.push(this.#other);
        break;
      case "2400":
        this.#line = this.#form.beginLine();
        this.claim?.lines.push(this.#line);
        break;
      case "2430":
        this.#adjudication = emptyAdjudication();
        this.#line?.adjudications.push(this.#adjudication);
        break;
      case "2410":
      case "2440":
        this.#raw = [];
        this.#line?.more.push(this.#raw);
        break;
      default:
        this.#openParty(id);
    }
  }

  #openParty(id: string): void {
    const party = readParty(this.#source);
    this.#party = party;
    switch (id) {
      case "1000A":
        this.header.submitter = party;
        break;
      case "1000B":
        this.header.receiver = party;
        break;
      case "2010AA":
        this.#billing.provider = party;
        break;
      case "2010AB":
        this.#billing.payTo = party;
        break;
      case "2010AC":
        this.#billing.payToPlan = party;
        break;
      case "2010BA":
        this.#subscriber.person = party;
        break;
      case "2010BB":
        this.#subscriber.payer = party;
        break;
      case "2010CA":
        if (this.#patient !== null) this.#patient.person = party;
        break;
      case "2330A":
        this.#other.person = party;
        break;
      case "2330B":
        this.#other.payer = party;
        break;
      default:
        if (id.startsWith("2310")) this.claim?.providers.push(party);
        else if (id.startsWith("2330")) this.#other.providers.push(party);
        else this.#line?.providers.push(party);
    }
  }

  #takeTyped(id: string, isFirst: boolean): boolean {
    const source = this.#source;
    const segmentId = source.table.ids[source.segment];
    switch (id) {
      case "ST":
        return segmentId === ids.bht && readHeader(this.header, source);
      case "2000A":
        return segmentId === ids.hl || (segmentId === ids.prv && this.#takeTaxonomy());
      case "2000B":
        return (
          segmentId === ids.hl || (segmentId === ids.sbr && readCoverage(this.#subscriber, source))
        );
      case "2000C":
        return segmentId === ids.hl || (segmentId === ids.pat && this.#takeRelationship());
      case "2300":
        return (
          this.claim !== undefined &&
          (takeClaim(this.claim, source) || this.#form.takeClaim(this.claim, source))
        );
      case "2320":
        return takeOther(this.#other, source);
      case "2400":
        return this.#takeLine(segmentId);
      case "2430":
        return takeAdjudication(this.#adjudication, source);
      case "2410":
      case "2440":
        return false;
      default:
        return (isFirst && segmentId === ids.nm1) || takeIntoParty(this.#party, source);
    }
  }

  #takeTaxonomy(): true {
    this.#billing.taxonomy = elementText(this.#source.table, this.#source.segment, 3);
    return true;
  }

  #takeRelationship(): true {
    if (this.#patient !== null)
      this.#patient.relationship = elementText(this.#source.table, this.#source.segment, 1);
    return true;
  }

  #takeLine(segmentId: number | undefined): boolean {
    const line = this.#line;
    const source = this.#source;
    if (line === undefined) return false;
    switch (segmentId) {
      case ids.lx:
        line.number = readQuantity(source, 1) ?? 0;
        return true;
      case ids.dtp:
        return takeDate(source, line.dates);
      case ids.ref:
        return takeReference(source, line.references);
      case ids.amt:
        return takeAmount(source, line.amounts);
      default:
        return this.#form.takeService(line, source);
    }
  }

  #moreOf(id: string): RawLoop[] | undefined {
    switch (id) {
      case "ST":
        return this.header.more;
      case "2000A":
        return this.#billing.more;
      case "2000B":
        return this.#subscriber.more;
      case "2000C":
        return this.#patient?.more;
      case "2300":
        return this.claim?.more;
      case "2320":
        return this.#other.more;
      case "2400":
        return this.#line?.more;
      case "2430":
        return this.#adjudication.more;
      default:
        return this.#party.more;
    }
  }
}
