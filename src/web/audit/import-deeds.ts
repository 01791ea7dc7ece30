import { msg } from "@lingui/core/macro";
import type { DeedWords } from "#web/audit/deed.ts";

/** Deeds about people brought from other systems. */
export const importDeeds: DeedWords = {
  "import.decide-payer": {
    did: msg`said which payer a name in an import is`,
    todo: msg({ context: "tried to", message: "say which payer a name in an import is" }),
  },
  "import.decide-person": {
    did: msg`said who somebody in an import is`,
    todo: msg({ context: "tried to", message: "say who somebody in an import is" }),
  },
  "import.discard": {
    did: msg`discarded an import`,
    todo: msg({ context: "tried to", message: "discard an import" }),
  },
  "import.history": {
    did: msg`read the history of an import`,
    todo: msg({ context: "tried to", message: "read the history of an import" }),
  },
  "import.list": {
    did: msg`looked at the imports`,
    todo: msg({ context: "tried to", message: "look at the imports" }),
  },
  "import.list-entries": {
    did: msg`read the report of an import`,
    todo: msg({ context: "tried to", message: "read the report of an import" }),
  },
  "import.list-matches": {
    did: msg`compared somebody in an import with people here`,
    todo: msg({ context: "tried to", message: "compare somebody in an import with people here" }),
  },
  "import.list-payers": {
    did: msg`looked at the unknown payers of an import`,
    todo: msg({ context: "tried to", message: "look at the unknown payers of an import" }),
  },
  "import.match-columns": {
    did: msg`said which column of a table is what`,
    todo: msg({ context: "tried to", message: "say which column of a table is what" }),
  },
  "import.read": {
    did: msg`looked at an import`,
    todo: msg({ context: "tried to", message: "look at an import" }),
  },
  "import.receive": {
    did: msg`added a file to an import`,
    todo: msg({ context: "tried to", message: "add a file to an import" }),
  },
  "import.rehearse": {
    did: msg`rehearsed an import`,
    todo: msg({ context: "tried to", message: "rehearse an import" }),
  },
  "import.run": {
    did: msg`brought people over from another system`,
    todo: msg({ context: "tried to", message: "bring people over from another system" }),
  },
  "import.start": {
    did: msg`began an import`,
    todo: msg({ context: "tried to", message: "begin an import" }),
  },
  "import.stop": {
    did: msg`stopped an import`,
    todo: msg({ context: "tried to", message: "stop an import" }),
  },
  "received-record.list": {
    did: msg`read what was received from elsewhere`,
    todo: msg({ context: "tried to", message: "read what was received from elsewhere" }),
  },
};
