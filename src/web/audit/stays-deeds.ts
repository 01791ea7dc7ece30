import { msg } from "@lingui/core/macro";
import type { DeedWords } from "#web/audit/deed.ts";

/** Deeds about payers, coverage, stays, plans and charts. */
export const stayDeeds: DeedWords = {
  "payer.list": {
    did: msg`read the payers`,
    todo: msg({ context: "tried to", message: "read the payers" }),
  },
  "payer.create": {
    did: msg`added a payer`,
    todo: msg({ context: "tried to", message: "add a payer" }),
  },
  "payer.change": {
    did: msg`changed a payer`,
    todo: msg({ context: "tried to", message: "change a payer" }),
  },
  "payer.history": {
    did: msg`read the history of a payer`,
    todo: msg({ context: "tried to", message: "read the history of a payer" }),
  },
  "diagnosis.search": {
    did: msg`looked up a diagnosis code`,
    todo: msg({ context: "tried to", message: "look up a diagnosis code" }),
  },
  "coverage.list": {
    did: msg`read somebody’s policies`,
    todo: msg({ context: "tried to", message: "read somebody’s policies" }),
  },
  "coverage.create": {
    did: msg`added a policy`,
    todo: msg({ context: "tried to", message: "add a policy" }),
  },
  "coverage.change": {
    did: msg`changed a policy`,
    todo: msg({ context: "tried to", message: "change a policy" }),
  },
  "coverage.end": {
    did: msg`gave a policy its last day`,
    todo: msg({ context: "tried to", message: "give a policy its last day" }),
  },
  "coverage.retire": {
    did: msg`took back a policy`,
    todo: msg({ context: "tried to", message: "take back a policy" }),
  },
  "coverage.order": {
    did: msg`changed the order of payers`,
    todo: msg({ context: "tried to", message: "change the order of payers" }),
  },
  "coverage.history": {
    did: msg`read the history of a policy`,
    todo: msg({ context: "tried to", message: "read the history of a policy" }),
  },
  "authorization.list": {
    did: msg`read somebody’s authorizations`,
    todo: msg({ context: "tried to", message: "read somebody’s authorizations" }),
  },
  "authorization.create": {
    did: msg`wrote down an authorization`,
    todo: msg({ context: "tried to", message: "write down an authorization" }),
  },
  "authorization.change": {
    did: msg`changed an authorization`,
    todo: msg({ context: "tried to", message: "change an authorization" }),
  },
  "authorization.retire": {
    did: msg`took back an authorization`,
    todo: msg({ context: "tried to", message: "take back an authorization" }),
  },
  "authorization.history": {
    did: msg`read the history of an authorization`,
    todo: msg({ context: "tried to", message: "read the history of an authorization" }),
  },
  "enrollment.list": {
    did: msg`read somebody’s stays`,
    todo: msg({ context: "tried to", message: "read somebody’s stays" }),
  },
  "enrollment.list-lacking": {
    did: msg`read who was admitted lately and lacks something`,
    todo: msg({
      context: "tried to",
      message: "read who was admitted lately and lacks something",
    }),
  },
  "enrollment.read": {
    did: msg`read a stay`,
    todo: msg({ context: "tried to", message: "read a stay" }),
  },
  "enrollment.admit": {
    did: msg`admitted somebody`,
    todo: msg({ context: "tried to", message: "admit somebody" }),
  },
  "enrollment.prepare": {
    did: msg`prepared an admission`,
    todo: msg({ context: "tried to", message: "prepare an admission" }),
  },
  "enrollment.change": {
    did: msg`changed a stay`,
    todo: msg({ context: "tried to", message: "change a stay" }),
  },
  "enrollment.discharge": {
    did: msg`discharged somebody`,
    todo: msg({ context: "tried to", message: "discharge somebody" }),
  },
  "enrollment.resume": {
    did: msg`took back a discharge`,
    todo: msg({ context: "tried to", message: "take back a discharge" }),
  },
  "enrollment.history": {
    did: msg`read the history of a stay`,
    todo: msg({ context: "tried to", message: "read the history of a stay" }),
  },
  "goal.list": {
    did: msg`read somebody’s goals`,
    todo: msg({ context: "tried to", message: "read somebody’s goals" }),
  },
  "goal.create": {
    did: msg`added a goal`,
    todo: msg({ context: "tried to", message: "add a goal" }),
  },
  "goal.change": {
    did: msg`changed a goal`,
    todo: msg({ context: "tried to", message: "change a goal" }),
  },
  "goal.history": {
    did: msg`read the history of a goal`,
    todo: msg({ context: "tried to", message: "read the history of a goal" }),
  },
  "objective.create": {
    did: msg`added an objective`,
    todo: msg({ context: "tried to", message: "add an objective" }),
  },
  "objective.change": {
    did: msg`changed an objective`,
    todo: msg({ context: "tried to", message: "change an objective" }),
  },
  "objective.history": {
    did: msg`read the history of an objective`,
    todo: msg({ context: "tried to", message: "read the history of an objective" }),
  },
  "chart.read": {
    did: msg`opened a chart`,
    todo: msg({ context: "tried to", message: "open a chart" }),
  },
  "chart.older": {
    did: msg`read further back in a chart`,
    todo: msg({ context: "tried to", message: "read further back in a chart" }),
  },
};
