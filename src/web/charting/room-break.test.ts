import { expect, test } from "vitest";
import { breakTakenBack, breakTurned, isBreak } from "#web/charting/room-ledger.ts";

const entry = (kind: "break-start" | "break-end" | "strike", at: string, corrects?: string) => ({
  id: `${kind} ${at}`,
  kind,
  occurredAt: `2026-11-23T${at}Z`,
  correctsId: corrects ?? null,
});
const at = (time: string): Date => new Date(`2026-11-23T${time}Z`);
const began = entry("break-start", "19:00:00");
const ended = entry("break-end", "19:10:00");

test("a break begins and ends", () => {
  expect(breakTurned([], at("19:00:00"))).toEqual([{ kind: "break-start" }]);
  expect(isBreak([began])).toBe(true);
  expect(breakTurned([began], at("19:10:00"))).toEqual([{ kind: "break-end" }]);
  expect(isBreak([began, ended])).toBe(false);
  expect(breakTurned([began, ended], at("19:20:00"))).toEqual([{ kind: "break-start" }]);
});

test("a break that is ended within its first minute was none", () => {
  expect(breakTurned([began], at("19:00:59"))).toEqual([{ kind: "strike", correctsId: began.id }]);
});

test("a break is taken back whole, and then the one before it", () => {
  const later = [entry("break-start", "19:40:00"), entry("break-end", "19:50:00")];
  const events = [began, ended, ...later];
  const struck = breakTakenBack(events);
  expect(struck).toEqual(later.map(({ id }) => ({ kind: "strike", correctsId: id })));
  const strikes = later.map(({ id }) => entry("strike", "19:51:00", id));
  expect(breakTakenBack([...events, ...strikes])).toEqual([
    { kind: "strike", correctsId: began.id },
    { kind: "strike", correctsId: ended.id },
  ]);
  expect(breakTakenBack([])).toEqual([]);
});
