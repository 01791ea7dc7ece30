import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inTurns } from "#server/access/in-turns.ts";

describe("taking turns", () => {
  it("runs so many at once and the others in the order they came", async () => {
    const turn = inTurns({ atOnce: 2, waiting: 10 });
    const begun: number[] = [];
    let [running, most] = [0, 0];
    await Promise.all(
      Array.from({ length: 8 }, (_, one) =>
        turn(async () => {
          begun.push(one);
          most = Math.max(most, ++running);
          await nextTurn();
          running--;
        }),
      ),
    );
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(2);
  });

  it("turns a flood away instead of collecting it, and goes on afterwards", async () => {
    const turn = inTurns({ atOnce: 2, waiting: 3 });
    const answers = await Promise.allSettled(
      Array.from({ length: 9 }, () => turn(() => nextTurn("done"))),
    );
    expect(answers.filter(({ status }) => status === "fulfilled").length).toBe(5);
    const refused = answers.find((answer) => answer.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "not-ready", status: 503 });
    expect(await turn(() => nextTurn("again"))).toBe("again");
  });

  it("is not held up by an act that failed", async () => {
    const turn = inTurns({ atOnce: 1, waiting: 3 });
    const failing = turn(() => Promise.reject(new Error("broken")));
    const next = turn(() => Promise.resolve("done"));
    await expect(failing).rejects.toThrow("broken");
    expect(await next).toBe("done");
  });
});
