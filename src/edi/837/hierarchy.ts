import type { ProblemList } from "#edi/x12/problem.ts";
import {
  elementCode,
  elementText,
  packCode,
  placeInFile,
  type SegmentTable,
} from "#edi/x12/segment-table.ts";

const levels = { billing: packCode("20"), subscriber: packCode("22"), patient: packCode("23") };

/**
 * Follows the HL segments of a transaction: numbered from 1, each below the nearest one of the level above it, and each
 * saying whether others follow below it.
 */
export interface Hierarchy {
  take(table: SegmentTable, segment: number): void;
  /** The transaction is over. */
  end(): void;
}

/** An HL whose HL04 waits for what follows. */
interface Level {
  readonly level: number;
  readonly said: string;
  readonly at: number;
}

/** Begins to follow the levels of one transaction; what does not fit is said as `hl-number`, `hl-parent` and `hl-child`. */
export const openHierarchy = (problems: ProblemList): Hierarchy => {
  let count = 0;
  let billing = "";
  let subscriber = "";
  let before: Level | undefined;

  /** Codes of levels grow downwards: 20, 22, 23. */
  const judgeChild = (next: number): void => {
    if (before === undefined) return;
    const { said, at, level } = before;
    const expected = next > level ? "1" : "0";
    if (said !== "" && said !== expected) problems.add("hl-child", "HL", at, { said, expected });
  };

  return {
    end() {
      judgeChild(0);
      before = undefined;
    },
    take(table, segment) {
      count += 1;
      const number = elementText(table, segment, 1);
      const parent = elementText(table, segment, 2);
      const level = elementCode(table, segment, 3);
      const at = placeInFile(table, segment);
      judgeChild(level);
      before = { level, said: elementText(table, segment, 4), at };
      if (number !== String(count))
        problems.add("hl-number", "HL", at, { said: number, counted: count });
      let expected = "";
      if (level === levels.billing) billing = number;
      if (level === levels.subscriber) {
        subscriber = number;
        expected = billing;
      }
      if (level === levels.patient) expected = subscriber;
      if (parent !== expected) problems.add("hl-parent", "HL", at, { said: parent, expected });
    },
  };
};
