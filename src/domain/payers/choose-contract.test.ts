import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chooseContract,
  type Candidate,
  type ContractQuestion,
} from "#domain/payers/choose-contract.ts";

const asked: ContractQuestion = {
  payerId: "p1",
  planName: "Gold PPO",
  siteId: "s1",
  programId: "g1",
  levelOfCareId: "iop",
  on: "2026-11-19",
};

const candidate = (
  id: string,
  contract: Partial<Candidate["contract"]> = {},
  version: Partial<Candidate["version"]> = {},
): Candidate => ({
  contract: {
    id,
    payerId: "p1",
    planName: null,
    siteId: null,
    programId: null,
    levelOfCareId: null,
    ...contract,
  },
  version: {
    id: `${id}-1`,
    number: 1,
    state: "confirmed",
    publishedAt: "2026-01-01T00:00:00Z",
    effectiveFrom: "2026-01-01",
    effectiveTo: null,
    ...version,
  },
});

const chosen = (candidates: readonly Candidate[], question = asked): string => {
  const answer = chooseContract(candidates, question);
  return "none" in answer ? answer.none : answer.version.id;
};

describe("the contract of a day", () => {
  const any = candidate("any");
  const level = candidate("level", { levelOfCareId: "iop" });
  const program = candidate("program", { programId: "g1" });
  const site = candidate("site", { siteId: "s1" });
  const plan = candidate("plan", { planName: "gold ppo " });

  it.each([
    ["any", [any]],
    ["level", [any, level]],
    ["program", [level, any, program]],
    ["site", [program, site, level, any]],
    ["plan", [site, program, plan, level, any]],
    ["both", [plan, candidate("both", { planName: "Gold PPO", levelOfCareId: "iop" })]],
  ])("is the most specific: %s", (id, candidates) => {
    expect(chosen(candidates)).toBe(`${id}-1`);
  });

  it.each([
    ["another payer", { payerId: "p2" }],
    ["another plan", { planName: "Silver" }],
    ["another site", { siteId: "s2" }],
    ["another program", { programId: "g2" }],
    ["another level", { levelOfCareId: "php" }],
  ])("is never one about %s", (_, scope) => {
    expect(chosen([candidate("other", scope)])).toBe("no-contract");
  });

  it("is not one about a plan where the plan is not known", () => {
    expect(chosen([plan], { ...asked, planName: null })).toBe("no-contract");
  });

  it("holds from its first day to its last, both included", () => {
    const dated = candidate(
      "dated",
      {},
      { effectiveFrom: "2026-11-10", effectiveTo: "2026-11-19" },
    );
    const on = (day: string) => chosen([dated], { ...asked, on: day });
    expect([on("2026-11-09"), on("2026-11-10"), on("2026-11-19"), on("2026-11-20")]).toEqual([
      "no-contract",
      "dated-1",
      "dated-1",
      "no-contract",
    ]);
  });

  it("is never a draft, and says that there is one", () => {
    const draft = candidate("draft", {}, { state: "draft", publishedAt: null });
    expect(chosen([draft])).toBe("only-draft");
    expect(chosen([draft, any])).toBe("any-1");
    expect(chosen([draft], { ...asked, on: "2025-12-31" })).toBe("no-contract");
  });

  it("is one in testing where nothing is confirmed, and never instead of what is", () => {
    const tested = candidate(
      "tested",
      { planName: "Gold PPO" },
      { state: "testing", publishedAt: null },
    );
    expect(chosen([tested])).toBe("tested-1");
    expect(chosen([tested, any])).toBe("any-1");
  });

  it("may be one that was retired, on the days it billed, and never one that was retired before it did", () => {
    const retired = { state: "retired", effectiveTo: "2026-11-19" } as const;
    expect(chosen([candidate("was", {}, retired)])).toBe("was-1");
    expect(chosen([candidate("never", {}, { ...retired, publishedAt: null })])).toBe("no-contract");
  });

  it("does not depend on the order in which candidates come", () => {
    const all = [any, level, program, site, plan];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 1 }), (some) => {
        const inOrder = all.filter((one) => some.includes(one));
        expect(chosen(some)).toBe(chosen(inOrder));
      }),
    );
  });
});
