import { expect, test } from "vitest";
import { openSteadyNearness } from "#web/platform/steady-nearness.ts";

const open = () => {
  let waits: (() => void)[] = [];
  let changes = 0;
  const steady = openSteadyNearness({
    onChange: () => {
      changes += 1;
    },
    later: (run) => {
      waits = [...waits, run];
      return () => {
        waits = waits.filter((one) => one !== run);
      };
    },
  });
  const aMomentLater = (): void => {
    const due = waits;
    waits = [];
    for (const run of due) run();
  };
  return { ...steady, aMomentLater, changes: () => changes };
};

test("kept is said after the store has written, and a moment later", () => {
  const { hear, aMomentLater, changes } = open();
  expect(hear("on-its-way")).toBe("on-its-way");
  aMomentLater();
  expect(hear("on-its-way")).toBe("on-its-way");
  expect(hear("kept")).toBe("on-its-way");
  aMomentLater();
  expect(changes()).toBe(1);
  expect(hear("kept")).toBe("kept");
});

test("a letter in between begins the moment anew", () => {
  const { hear, aMomentLater, changes } = open();
  hear("on-its-way");
  hear("kept");
  expect(hear("on-its-way")).toBe("on-its-way");
  aMomentLater();
  expect(changes()).toBe(0);
  expect(hear("kept")).toBe("on-its-way");
});

test("nowhere is said at once, and so is kept after it", () => {
  const { hear, aMomentLater, changes } = open();
  hear("on-its-way");
  hear("kept");
  expect(hear("nowhere")).toBe("nowhere");
  aMomentLater();
  expect(changes()).toBe(0);
  expect(hear("kept")).toBe("kept");
});

test("where nothing was ever written, nothing is on its way", () => {
  expect(open().hear("kept")).toBe("kept");
});
