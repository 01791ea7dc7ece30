import { expect, test } from "vitest";
import { Stage } from "../bench/frame/stage.ts";
import { openDay } from "../bench/day/day.ts";

const fast = 6000;

test("a small day can be replayed: everybody checked in, asked, written about and signed for", async () => {
  const stage = new Stage();
  try {
    const { replay } = await openDay(stage, { groups: 2, members: 5, answers: 12 });
    for (const round of ["one day", "and the day before it"]) {
      const result = await replay(fast);
      expect(result.failed, round).toEqual([]);
      expect(result.failures).toBe(0);
      const counts = new Map(result.kinds.map(({ kind, count }) => [kind, count]));
      // For each group: begin, break, its end, and one who leaves; for everybody: come.
      expect(counts.get("check somebody in")).toBe(2 * 5 + 5);
      // Nine of one and three of another, and one sheet that is handed in.
      expect(counts.get("answer a question")).toBe(12 + 1);
      expect(counts.get("save a note")).toBe(2 * 3 + 5 * 3);
      expect(counts.get("sign a group")).toBe(2);
      expect(result.all.count).toBeGreaterThan(60);
    }
  } finally {
    await stage.close();
  }
}, 180_000);
