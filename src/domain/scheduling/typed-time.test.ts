import { describe, expect, it } from "vitest";
import { wallTimeTyped } from "#domain/scheduling/typed-time.ts";

describe("an hour as people type it", () => {
  it.each([
    ["6 pm", "18:00"],
    ["6:00 PM", "18:00"],
    ["6:30 p.m.", "18:30"],
    [" 6p ", "18:00"],
    ["18:00", "18:00"],
    ["1830", "18:30"],
    ["930 am", "09:30"],
    ["9", "09:00"],
    ["12 am", "00:00"],
    ["12:15 PM", "12:15"],
    ["12 pm", "12:00"],
    ["0:05", "00:05"],
  ])("%s is %s", (text, time) => {
    expect(wallTimeTyped(text)).toBe(time);
  });

  it.each(["", "evening", "25:00", "6:75 pm", "13 pm", "0 am", "6:3", "18:00:00", "6 pm Mon"])(
    "%s is no hour",
    (text) => {
      expect(wallTimeTyped(text)).toBeNull();
    },
  );
});
