import type { ProblemList } from "#edi/x12/problem.ts";
import {
  elementCode,
  elementText,
  packCode,
  placeInFile,
  type SegmentTable,
} from "#edi/x12/segment-table.ts";

const levels = { billing: packCode("20"), subscriber: packCode("22"), patient: packCode("23") };

/** Follows the HL segments of a transaction: numbered from 1, each below the nearest one of the level above it. */
export interface Hierarchy {
  take(table: SegmentTable, segment: number): void;
}

/** Begins to follow the levels of one transaction; what does not fit is said as `hl-number` and `hl-parent`. */
export const openHierarchy = (problems: ProblemList): Hierarchy => {
  let count = 0;
  let billing = "";
  let subscriber = "";
  return {
    take(table, segment) {
      count += 1;
      const number = elementText(table, segment, 1);
      const parent = elementText(table, segment, 2);
      const level = elementCode(table, segment, 3);
      const at = placeInFile(table, segment);
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
