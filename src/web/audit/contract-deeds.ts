import { msg } from "@lingui/core/macro";
import type { DeedWords } from "#web/audit/deed.ts";

/** Deeds about contracts with payers, their prices and who bills. */
export const contractDeeds: DeedWords = {
  "contract.list": {
    did: msg`read the contracts`,
    todo: msg({ context: "tried to", message: "read the contracts" }),
  },
  "contract.create": {
    did: msg`added a contract`,
    todo: msg({ context: "tried to", message: "add a contract" }),
  },
  "contract.read": {
    did: msg`read a contract`,
    todo: msg({ context: "tried to", message: "read a contract" }),
  },
  "contract.change": {
    did: msg`changed a contract`,
    todo: msg({ context: "tried to", message: "change a contract" }),
  },
  "contract.history": {
    did: msg`read the history of a contract`,
    todo: msg({ context: "tried to", message: "read the history of a contract" }),
  },
  "contract.retire": {
    did: msg`retired a contract`,
    todo: msg({ context: "tried to", message: "retire a contract" }),
  },
  "contract.bring-back": {
    did: msg`brought back a contract`,
    todo: msg({ context: "tried to", message: "bring back a contract" }),
  },
  "contract-version.draft": {
    did: msg`drafted a version of a contract`,
    todo: msg({ context: "tried to", message: "draft a version of a contract" }),
  },
  "contract-version.change": {
    did: msg`changed the draft of a contract`,
    todo: msg({ context: "tried to", message: "change the draft of a contract" }),
  },
  "contract-version.history": {
    did: msg`read the history of a contract’s version`,
    todo: msg({ context: "tried to", message: "read the history of a contract’s version" }),
  },
  "contract-version.test": {
    did: msg`began to test a contract’s version`,
    todo: msg({ context: "tried to", message: "begin to test a contract’s version" }),
  },
  "contract-version.confirm": {
    did: msg`confirmed a contract’s version`,
    todo: msg({ context: "tried to", message: "confirm a contract’s version" }),
  },
  "contract-version.retire": {
    did: msg`retired a contract’s version`,
    todo: msg({ context: "tried to", message: "retire a contract’s version" }),
  },
  "contract-fee.add": {
    did: msg`added a price to a contract`,
    todo: msg({ context: "tried to", message: "add a price to a contract" }),
  },
  "contract-fee.withdraw": {
    did: msg`withdrew a price of a contract`,
    todo: msg({ context: "tried to", message: "withdraw a price of a contract" }),
  },
  "billing-provider.list": {
    did: msg`read who bills`,
    todo: msg({ context: "tried to", message: "read who bills" }),
  },
  "billing-provider.create": {
    did: msg`said who bills`,
    todo: msg({ context: "tried to", message: "say who bills" }),
  },
  "billing-provider.change": {
    did: msg`changed who bills`,
    todo: msg({ context: "tried to", message: "change who bills" }),
  },
  "billing-provider.history": {
    did: msg`read the history of who bills`,
    todo: msg({ context: "tried to", message: "read the history of who bills" }),
  },
};
