import {
  groupOf,
  interchangeOf,
  isSegmentId,
  type Group,
  type Interchange,
  type TransactionHead,
} from "./envelope-segments.ts";
import type { ProblemList } from "./problem.ts";
import {
  elementText,
  packCode,
  placeInFile,
  segmentId,
  type SegmentTable,
} from "./segment-table.ts";

/** What a segment is to the envelope. `inside` is the content of a transaction without ST and SE. */
type Role = "interchange" | "group" | "open" | "inside" | "close" | "other";

/** Follows ISA, GS and ST through a file and says what of them does not fit. */
export interface Envelope {
  readonly interchange: Interchange | undefined;
  readonly group: Group | undefined;
  readonly transaction: TransactionHead | undefined;
  /** Segments of the transaction so far, ST and SE among them. */
  readonly segments: number;
  take(table: SegmentTable, segment: number): Role;
  /** Says what is still open at the end of the file. */
  end(): void;
}

const ids = {
  isa: packCode("ISA"),
  gs: packCode("GS"),
  st: packCode("ST"),
  se: packCode("SE"),
  ge: packCode("GE"),
  iea: packCode("IEA"),
  ta1: packCode("TA1"),
};

/** So many control numbers are remembered to see one come twice. */
const mostRemembered = 10_000;

class EnvelopeReader implements Envelope {
  interchange: Interchange | undefined;
  group: Group | undefined;
  transaction: TransactionHead | undefined;
  segments = 0;
  #groups = 0;
  #acknowledgments = 0;
  #transactions = 0;
  #controls = new Set<string>();
  readonly #problems: ProblemList;

  constructor(problems: ProblemList) {
    this.#problems = problems;
  }

  take(table: SegmentTable, segment: number): Role {
    this.segments += 1;
    switch (table.ids[segment]) {
      case ids.isa:
        return this.#openInterchange(table, segment);
      case ids.gs:
        return this.#openGroup(table, segment);
      case ids.st:
        return this.#openTransaction(table, segment);
      case ids.se:
        return this.#closeTransaction(table, segment);
      case ids.ge:
        return this.#closeGroup(table, segment);
      case ids.iea:
        return this.#closeInterchange(table, segment);
      case ids.ta1:
        this.#acknowledgments += 1;
        return this.transaction === undefined ? "other" : "inside";
      default:
        return this.#takeOther(table, segment);
    }
  }

  end(): void {
    this.#leaveInterchange(0);
  }

  #takeOther(table: SegmentTable, segment: number): Role {
    const at = placeInFile(table, segment);
    if (!isSegmentId(table.ids[segment] ?? 0))
      this.#problems.add("segment-id-invalid", segmentId(table, segment).slice(0, 3), at);
    if (this.transaction !== undefined) return "inside";
    this.#problems.add("segment-outside", segmentId(table, segment), at);
    return "other";
  }

  #openInterchange(table: SegmentTable, segment: number): Role {
    this.#leaveInterchange(placeInFile(table, segment));
    this.interchange = interchangeOf(table, segment);
    this.#groups = 0;
    this.#acknowledgments = 0;
    return "interchange";
  }

  #openGroup(table: SegmentTable, segment: number): Role {
    const at = placeInFile(table, segment);
    this.#leaveGroup(at);
    if (this.interchange === undefined)
      this.#problems.add("header-missing", "GS", at, { header: "ISA" });
    this.group = groupOf(table, segment);
    this.#groups += 1;
    this.#transactions = 0;
    this.#controls = new Set();
    return "group";
  }

  #openTransaction(table: SegmentTable, segment: number): Role {
    const at = placeInFile(table, segment);
    this.#leaveTransaction(at);
    if (this.group === undefined) this.#problems.add("header-missing", "ST", at, { header: "GS" });
    const guide = elementText(table, segment, 3).trim();
    const ofGroup = this.group?.guide ?? "";
    if (guide !== "" && ofGroup !== "" && guide !== ofGroup)
      this.#problems.add("guide-differs", "ST", at, { group: ofGroup, transaction: guide });
    const control = elementText(table, segment, 2).trim();
    if (this.#controls.has(control))
      this.#problems.add("control-repeated", "ST", at, { element: "ST02", control });
    if (this.#controls.size < mostRemembered) this.#controls.add(control);
    this.transaction = {
      set: elementText(table, segment, 1).trim(),
      control,
      guide: guide === "" ? ofGroup : guide,
    };
    this.#transactions += 1;
    this.segments = 1;
    return "open";
  }

  #closeTransaction(table: SegmentTable, segment: number): Role {
    const at = placeInFile(table, segment);
    if (this.transaction === undefined) {
      this.#problems.add("header-missing", "SE", at, { header: "ST" });
      return "other";
    }
    this.#compareCount(table, segment, "SE", this.segments);
    this.#compareControl(table, segment, "ST02", "SE", this.transaction.control);
    this.transaction = undefined;
    return "close";
  }

  #closeGroup(table: SegmentTable, segment: number): Role {
    const at = placeInFile(table, segment);
    this.#leaveTransaction(at);
    if (this.group === undefined) {
      this.#problems.add("header-missing", "GE", at, { header: "GS" });
      return "other";
    }
    this.#compareCount(table, segment, "GE", this.#transactions);
    this.#compareControl(table, segment, "GS06", "GE", this.group.control);
    this.group = undefined;
    return "group";
  }

  #closeInterchange(table: SegmentTable, segment: number): Role {
    const at = placeInFile(table, segment);
    this.#leaveGroup(at);
    if (this.interchange === undefined) {
      this.#problems.add("header-missing", "IEA", at, { header: "ISA" });
      return "other";
    }
    this.#compareCount(table, segment, "IEA", this.#groups);
    this.#compareControl(table, segment, "ISA13", "IEA", this.interchange.control);
    if (this.#groups + this.#acknowledgments === 0)
      this.#problems.add("interchange-empty", "IEA", at, { control: this.interchange.control });
    this.interchange = undefined;
    return "interchange";
  }

  #compareCount(table: SegmentTable, segment: number, trailer: string, counted: number): void {
    const said = elementText(table, segment, 1).trim();
    if (/^\d+$/.test(said) && Number(said) === counted) return;
    this.#problems.add("count-wrong", trailer, placeInFile(table, segment), {
      element: `${trailer}01`,
      said,
      counted,
    });
  }

  #compareControl(
    table: SegmentTable,
    segment: number,
    header: string,
    trailer: string,
    opened: string,
  ): void {
    const closed = elementText(table, segment, 2).trim();
    if (closed === opened) return;
    const element = `${trailer}02`;
    const values = { header, opened, element, closed };
    this.#problems.add("control-differs", trailer, placeInFile(table, segment), values);
  }

  #leaveTransaction(at: number): void {
    if (this.transaction === undefined) return;
    const values = { header: "ST", trailer: "SE", control: this.transaction.control };
    this.#problems.add("trailer-missing", "SE", at, values);
    this.transaction = undefined;
  }

  #leaveGroup(at: number): void {
    this.#leaveTransaction(at);
    if (this.group === undefined) return;
    const values = { header: "GS", trailer: "GE", control: this.group.control };
    this.#problems.add("trailer-missing", "GE", at, values);
    this.group = undefined;
  }

  #leaveInterchange(at: number): void {
    this.#leaveGroup(at);
    if (this.interchange === undefined) return;
    const values = { header: "ISA", trailer: "IEA", control: this.interchange.control };
    this.#problems.add("trailer-missing", "IEA", at, values);
    this.interchange = undefined;
  }
}

/** Begins to follow the envelope of a file. */
export const openEnvelope = (problems: ProblemList): Envelope => new EnvelopeReader(problems);
