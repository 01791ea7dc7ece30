import { expect, test } from "vitest";
import { readSettings } from "#server/app/settings.ts";

const database = "postgres://stepwell_app:secret@db.example/stepwell";

test.each([
  ["PORT", "abc", "is a whole number from 0 to 65535"],
  ["PORT", "70000", "is a whole number from 0 to 65535"],
  ["STEPWELL_BACKUP_KEEP", "0", "is a whole number from 1 to 10000"],
  ["STEPWELL_DEMO", "yes", "is 0 or 1"],
  ["DATABASE_URL", "mysql://x", "is an address like postgres://role:password@host/database"],
  ["STEPWELL_PUBLIC_URL", "care.example", "is an address like https://care.example"],
  ["STEPWELL_PUBLIC_URL", "file:///etc", "is an address like https://care.example"],
  ["SMTP_URL", "http://mail.example", "is an address like smtps://user:password@mail.example"],
  ["METRICS_TOKEN", "short", "has at least 16 characters"],
  ["LOG_LEVEL", "loud", "is one of silent, error, warn, info, debug"],
  ["STEPWELL_TRUST_PROXY", "true", "is a list of addresses like 10.0.0.7"],
  ["STEPWELL_TRUST_PROXY", "10.0.0.0/8/8", "is a list of addresses like 10.0.0.7"],
])("%s=%s is refused by name, in words", (name, value, words) => {
  expect(() => readSettings({ [name]: value })).toThrow(`${name} ${words}`);
});

test.each(["10.0.0.7", "10.0.0.0/8, ::1", "loopback,uniquelocal"])("%s is a proxy", (list) => {
  expect(readSettings({ STEPWELL_TRUST_PROXY: list }).trustProxy).toBe(list);
});

test("what is left empty counts as not set", () => {
  expect(readSettings({ PORT: "", DATABASE_URL: database }).port).toBeUndefined();
});
