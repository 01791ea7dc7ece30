import type { Instrument } from "#domain/measures/instruments/instrument.ts";
import { phq9 } from "#domain/measures/instruments/phq-9.ts";

/** What can be asked, by the name it is kept under. */
export const instrumentNames = ["phq-9"] as const;
export type InstrumentName = (typeof instrumentNames)[number];

const instruments: Readonly<Record<InstrumentName, Instrument>> = { "phq-9": phq9 };

export const instrumentOf = (name: InstrumentName): Instrument => instruments[name];
