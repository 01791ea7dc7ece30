import { msg } from "@lingui/core/macro";
import type { DeedWords } from "#web/audit/deed.ts";

/** Deeds about what is handed over and taken out. */
export const exportDeeds: DeedWords = {
  "export.list-of-patient": {
    did: msg`read what was handed over of a chart`,
    todo: msg({ context: "tried to", message: "read what was handed over of a chart" }),
  },
  "export.hand-over": {
    did: msg`handed a chart over`,
    todo: msg({ context: "tried to", message: "hand a chart over" }),
  },
  "export.download-of-patient": {
    did: msg`fetched the files of a chart`,
    todo: msg({ context: "tried to", message: "fetch the files of a chart" }),
  },
  "export.list": {
    did: msg`read the list of exports`,
    todo: msg({ context: "tried to", message: "read the list of exports" }),
  },
  "export.read": {
    did: msg`looked at an export`,
    todo: msg({ context: "tried to", message: "look at an export" }),
  },
  "export.begin": {
    did: msg`began to export the whole organization`,
    todo: msg({ context: "tried to", message: "begin to export the whole organization" }),
  },
  "export.remove": {
    did: msg`removed the files of an export`,
    todo: msg({ context: "tried to", message: "remove the files of an export" }),
  },
  "export.download": {
    did: msg`fetched the export of the whole organization`,
    todo: msg({ context: "tried to", message: "fetch the export of the whole organization" }),
  },
};
