import type { Instrument } from "#domain/measures/instruments/instrument.ts";
import {
  instrumentNames,
  instrumentOf as known,
} from "#domain/measures/instruments/instrument-list.ts";

/** The instrument a sheet was answered with; undefined for one that is not held here any more. */
export const instrumentOf = (name: string): Instrument | undefined => {
  const found = instrumentNames.find((one) => one === name);
  return found === undefined ? undefined : known(found);
};
