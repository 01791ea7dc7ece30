import { isMeant, type Guide, type LoopRule, type Step, type Turn } from "./guide.ts";
import type { ProblemList } from "./problem.ts";
import {
  elementCode,
  elementCount,
  hasElement,
  placeInFile,
  segmentId,
  type SegmentTable,
} from "./segment-table.ts";

/** Where a segment was placed: in the loop it continues, or as the first of a new one. */
type Placed = "continued" | "opened" | "unplaced";

const mostLoopsDeep = 12;
/** A step is counted so far in one loop; what is more is too many in any guide. */
const mostCounted = 65_536;
/** So many turns are remembered after each step, the last that were met. */
const mostTurns = 8;
const noTurns: readonly Turn[] = [];

/**
 * Walks through the segments of one transaction and says in which loop of its guide each stands. The nearest loop
 * that expects a segment next takes it; after that, the nearest that knows it at all, and that it is out of order
 * is said. A segment that no open loop knows stays where it was met.
 */
export class LoopWalker {
  readonly #guide: Guide;
  readonly #problems: ProblemList | undefined;
  readonly #loops: LoopRule[] = [];
  readonly #orders = new Int32Array(mostLoopsDeep);
  /** For each depth how often each step was met, upwards from where its loop began to count. */
  readonly #counts: Float64Array[] = [];
  readonly #countsFrom = new Float64Array(mostLoopsDeep);
  #counted = 0;
  #depth = 0;
  /** The step of the last segment, as long as all is in order: then it says where in all open loops the reading is. */
  #last: Step | undefined;
  #isInOrder = true;

  /** Without `problems` nothing is checked: how a file of an older version is read. */
  constructor(guide: Guide, problems: ProblemList | undefined) {
    this.#guide = guide;
    this.#problems = problems;
    const widest = Math.max(...guide.loops.map((loop) => loop.steps.length), 1);
    for (let depth = 0; depth < mostLoopsDeep; depth++) this.#counts.push(new Float64Array(widest));
    this.begin();
  }

  /** The loop the last segment stands in. */
  get loop(): LoopRule {
    return this.#loops[this.#depth] ?? this.#guide.root;
  }

  /** Begins a transaction. */
  begin(): void {
    this.#depth = -1;
    this.#last = undefined;
    this.#isInOrder = true;
    this.#push(this.#guide.root);
  }

  take(table: SegmentTable, segment: number): Placed {
    const id = table.ids[segment] ?? 0;
    const turns = this.#last?.turns ?? noTurns;
    for (let place = 0; place < turns.length; place++) {
      const turn = turns[place];
      if (turn === undefined || turn.id !== id) continue;
      if (turn.element > 0 && elementCode(table, segment, turn.element) !== turn.code) continue;
      return this.#accept(table, segment, this.#depth - turn.up, turn.step);
    }
    return this.#find(table, segment, id);
  }

  #find(table: SegmentTable, segment: number, id: number): Placed {
    let outOfOrder: Step | undefined;
    let outOfOrderDepth = 0;
    let element = 0;
    let code = 0;
    for (let depth = this.#depth; depth >= 0; depth--) {
      const steps = this.#loops[depth]?.byId.get(id);
      if (steps === undefined) continue;
      for (const step of steps) {
        if (step.rule.element !== element) {
          element = step.rule.element;
          code = elementCode(table, segment, element);
        }
        if (!isMeant(step.rule, code)) continue;
        if (step.order >= (this.#orders[depth] ?? 0)) {
          this.#remember(table, segment, depth, step);
          return this.#accept(table, segment, depth, step);
        }
        if (outOfOrder !== undefined) continue;
        outOfOrder = step;
        outOfOrderDepth = depth;
      }
    }
    if (outOfOrder !== undefined) {
      this.#isInOrder = false;
      this.#say("segment-out-of-order", table, segment, outOfOrderDepth);
      return this.#accept(table, segment, outOfOrderDepth, outOfOrder);
    }
    this.#say("segment-unplaced", table, segment, this.#depth);
    return "unplaced";
  }

  #remember(table: SegmentTable, segment: number, depth: number, step: Step): void {
    const turns = this.#last?.turns;
    if (turns === undefined) return;
    if (turns.length >= mostTurns) turns.shift();
    const id = step.rule.packedId;
    const element = this.#guide.toldBy.get(id) ?? 0;
    const code = element === 0 ? 0 : elementCode(table, segment, element);
    turns.push({ id, element, code, step, up: this.#depth - depth });
  }

  /** Closes all loops at the end of a transaction. */
  end(table: SegmentTable, segment: number): void {
    this.#close(table, segment, -1);
  }

  #push(loop: LoopRule): void {
    this.#depth += 1;
    this.#loops[this.#depth] = loop;
    this.#orders[this.#depth] = 0;
    this.#counted += mostCounted;
    this.#countsFrom[this.#depth] = this.#counted;
  }

  #accept(table: SegmentTable, segment: number, depth: number, step: Step): Placed {
    if (depth < this.#depth) this.#close(table, segment, depth);
    if (step.order > (this.#orders[depth] ?? 0)) this.#orders[depth] = step.order;
    const count = this.#count(depth, step);
    this.#last = this.#isInOrder ? step : undefined;
    if (this.#problems !== undefined) this.#check(table, segment, depth, step, count);
    if (step.loop === undefined) return "continued";
    this.#push(step.loop);
    return "opened";
  }

  /** How many times a step was met in the loop that is open at a depth. */
  #met(depth: number, step: Step): number {
    const count = (this.#counts[depth]?.[step.slot] ?? 0) - (this.#countsFrom[depth] ?? 0);
    return count > 0 ? count : 0;
  }

  #count(depth: number, step: Step): number {
    const count = Math.min(this.#met(depth, step) + 1, mostCounted - 1);
    const counts = this.#counts[depth];
    if (counts !== undefined) counts[step.slot] = (this.#countsFrom[depth] ?? 0) + count;
    return count;
  }

  #check(table: SegmentTable, segment: number, depth: number, step: Step, count: number): void {
    const { rule, loop } = step;
    const most = loop === undefined ? rule.most : loop.most;
    if (most > 0 && count > most) this.#sayTooMany(table, segment, depth, step, count);
    if (rule.isOld) this.#say("segment-old", table, segment, depth);
    const id = loop?.id ?? this.#loops[depth]?.id ?? "";
    for (const element of rule.requires)
      if (!hasElement(table, segment, element))
        this.#sayElement("element-missing", table, segment, id, rule.label, element);
    if (rule.widest === 0) return;
    for (let element = elementCount(table, segment); element > rule.widest; element--)
      if (hasElement(table, segment, element))
        this.#sayElement("element-unused", table, segment, id, rule.label, element);
  }

  #sayElement(
    code: "element-missing" | "element-unused",
    table: SegmentTable,
    segment: number,
    loop: string,
    label: string,
    element: number,
  ): void {
    const at = placeInFile(table, segment);
    const values = { loop, segment: label, element };
    this.#problems?.add(code, segmentId(table, segment), at, values);
  }

  #sayTooMany(
    table: SegmentTable,
    segment: number,
    depth: number,
    { rule, loop }: Step,
    count: number,
  ): void {
    const at = placeInFile(table, segment);
    const parent = this.#loops[depth]?.id ?? "";
    if (loop === undefined) {
      const values = { loop: parent, segment: rule.label, count, most: rule.most };
      this.#problems?.add("segment-repeated", rule.id, at, values);
      return;
    }
    const values = { loop: loop.id, parent, count, most: loop.most };
    this.#problems?.add("loop-repeated", rule.id, at, values);
  }

  /** Leaves all loops below `depth` and says what each should have held. */
  #close(table: SegmentTable, segment: number, depth: number): void {
    for (; this.#depth > depth; this.#depth--) {
      const loop = this.#loops[this.#depth];
      if (this.#problems === undefined || loop === undefined) continue;
      for (const step of loop.required) {
        if (this.#met(this.#depth, step) > 0) continue;
        const at = placeInFile(table, segment);
        const { rule, loop: inner } = step;
        if (inner === undefined)
          this.#problems.add("segment-missing", rule.id, at, {
            loop: loop.id,
            segment: rule.label,
          });
        else
          this.#problems.add("loop-missing", rule.id, at, {
            loop: inner.id,
            parent: loop.id,
            segment: rule.label,
          });
      }
    }
  }

  #say(
    code: "segment-out-of-order" | "segment-unplaced" | "segment-old",
    table: SegmentTable,
    segment: number,
    depth: number,
  ): void {
    if (this.#problems === undefined) return;
    const id = segmentId(table, segment);
    const loop = this.#loops[depth]?.id ?? this.#guide.root.id;
    this.#problems.add(code, id, placeInFile(table, segment), { loop, segment: id });
  }
}
