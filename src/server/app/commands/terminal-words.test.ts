import { expect, it } from "vitest";
import { problem, Problem } from "#domain/contract/problem.ts";
import { trailFindingCodes } from "#domain/audit/trail-report.ts";
import { organizationCommand } from "#server/app/commands/organization.ts";
import { findingSentence, problemSentence } from "#server/app/commands/terminal-words.ts";
import { userCommand } from "#server/app/commands/user.ts";

it("says how long a password must be", () => {
  const values = { least: 12, most: 256 };
  const say = (code: string) =>
    problemSentence(problem("invalid-input", { fields: { password: { code, values } } }));
  expect(say("too-short")).toContain("password is too short; at least 12 characters");
  expect(say("too-long")).toContain("password is too long; at most 256 characters");
});

it("has words for somebody who belongs already, and for every finding", () => {
  expect(problemSentence(new Problem("belongs-already", 409))).toBe(
    "This person belongs to the organization already.",
  );
  for (const code of trailFindingCodes)
    expect(findingSentence({ code, values: {} })).toMatch(/^\S.* /);
});

it.each(["", "  ", "x".repeat(121), "Denise\u0000Okafor"])(
  "refuses the name %j before it reaches for the database",
  async (name) => {
    const user = ["add", "d@river.example", "--organization", "r", "--name", name];
    await expect(
      userCommand().parseAsync([...user, "--role", "nurse", "--invite"], { from: "user" }),
    ).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining("person's name") });
    await expect(
      organizationCommand().parseAsync(["add", name, "--zone", "America/Denver"], { from: "user" }),
    ).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining("organization's name"),
    });
  },
);
