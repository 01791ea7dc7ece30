import { elementCounts } from "./element-limits.ts";
import { packCode } from "./segment-table.ts";

/**
 * A loop of an implementation guide as it is written down. A segment is one text:
 * `"REF=EI|SY R1 1,2"` is REF whose first element is EI or SY, required, at most once, with elements 1 and 2 required.
 * `HL@3=22` looks at the third element instead; `S` is situational, `O` was dropped from the guide and is still
 * met; 0 means any number. The first segment opens the loop.
 */
export interface LoopSpec {
  readonly id: string;
  readonly need: "R" | "S";
  /** How many times it may stand in its parent; 0 means any number. */
  readonly most: number;
  readonly segments: readonly string[];
  readonly loops?: readonly LoopSpec[];
}

/** A segment as a loop of a guide wants it. */
export interface SegmentRule {
  readonly id: string;
  readonly packedId: number;
  readonly element: number;
  /** Packed codes one of which the element must be; none where any will do. */
  readonly codes: readonly number[];
  readonly isRequired: boolean;
  readonly isOld: boolean;
  readonly most: number;
  readonly requires: readonly number[];
  /** How many elements the guides use of it; 0 where that is not checked. */
  readonly widest: number;
  /** As `REF*EI|SY`, for people. */
  readonly label: string;
}

/** What may come next in a loop: a segment of its own, or a loop inside it. */
export interface Step {
  readonly rule: SegmentRule;
  readonly loop: LoopRule | undefined;
  /** Its place among all steps of the loop. */
  readonly slot: number;
  /** Its place in the order; neighbours of one id share it. */
  readonly order: number;
  /** What was found to follow it where all was in order: the same follows again and again. */
  readonly turns: Turn[];
}

/** A segment that follows a step, by its id and what tells it apart, and where it stands: so many loops further up. */
export interface Turn {
  readonly id: number;
  /** 0 where segments of this id are not told apart. */
  readonly element: number;
  readonly code: number;
  readonly step: Step;
  readonly up: number;
}

/** A loop with what may stand in it, ready to be looked up by id. */
export interface LoopRule {
  readonly id: string;
  /** A number for each loop of the guide, from 0. */
  readonly index: number;
  readonly isRequired: boolean;
  readonly most: number;
  readonly opener: SegmentRule;
  readonly steps: readonly Step[];
  readonly required: readonly Step[];
  readonly byId: ReadonlyMap<number, readonly Step[]>;
}

/** One implementation guide, ready to read and write by. */
export interface Guide {
  /** GS08 and ST03: what is written, such as 005010X222A1. */
  readonly version: string;
  readonly set: string;
  readonly root: LoopRule;
  readonly loops: readonly LoopRule[];
  /** By which element segments of one id are told apart; ids of which one segment is like the other are left out. */
  readonly toldBy: ReadonlyMap<number, number>;
}

const form = /^([A-Z0-9]+)(?:@(\d+))?(?:=([A-Z0-9|]+))? ([RSO])(\d+)(?: ([\d,]+))?$/;

const ruleOf = (text: string): SegmentRule => {
  const [, id = "", element = "1", codes = "", need, most, requires = ""] = form.exec(text) ?? [];
  if (id === "") throw new Error(`not a segment of a guide: ${text}`);
  return {
    id,
    packedId: packCode(id),
    element: Number(element),
    codes: codes === "" ? [] : codes.split("|").map(packCode),
    isRequired: need === "R",
    isOld: need === "O",
    most: Number(most),
    requires: requires === "" ? [] : requires.split(",").map(Number),
    widest: elementCounts.get(id) ?? 0,
    label: codes === "" ? id : `${id}*${codes}`,
  };
};

const loopOf = (spec: LoopSpec, loops: LoopRule[]): LoopRule => {
  const [opener, ...rules] = spec.segments.map(ruleOf);
  if (opener === undefined) throw new Error(`loop ${spec.id} has no segment`);
  const index = loops.length;
  const steps: Step[] = [];
  const rule: LoopRule = {
    id: spec.id,
    index,
    isRequired: spec.need === "R",
    most: spec.most,
    opener,
    steps,
    required: [],
    byId: new Map(),
  };
  loops.push(rule);
  let order = 0;
  let lastId = 0;
  const add = (own: SegmentRule, loop: LoopRule | undefined) => {
    if (own.packedId !== lastId) order += 1;
    lastId = own.packedId;
    steps.push({ rule: own, loop, slot: steps.length, order, turns: [] });
  };
  for (const own of rules) add(own, undefined);
  for (const inner of spec.loops ?? []) {
    const loop = loopOf(inner, loops);
    add(loop.opener, loop);
  }
  const required = steps.filter((step) => (step.loop ?? step.rule).isRequired);
  const byId = Map.groupBy(steps, (step) => step.rule.packedId);
  const whole = { ...rule, required, byId };
  loops[index] = whole;
  return whole;
};

const toldByOf = (loops: readonly LoopRule[]): Guide["toldBy"] => {
  const told = new Map<number, number>();
  for (const { rule } of loops.flatMap((loop) => loop.steps)) {
    if (rule.codes.length === 0) continue;
    if ((told.get(rule.packedId) ?? rule.element) !== rule.element)
      throw new Error(`${rule.id} is told apart by two elements`);
    told.set(rule.packedId, rule.element);
  }
  return told;
};

/** Makes tables to read and write by from the loops of a guide as they are written down. */
export const guideOf = (version: string, set: string, root: LoopSpec): Guide => {
  const loops: LoopRule[] = [];
  const own = loopOf(root, loops);
  return { version, set, root: own, loops, toldBy: toldByOf(loops) };
};

/** True where a segment with this code in the element that matters is the one the rule means. */
export const isMeant = (rule: SegmentRule, code: number): boolean =>
  rule.codes.length === 0 || rule.codes.includes(code);
