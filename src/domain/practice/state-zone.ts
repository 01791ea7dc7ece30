/** The states where most people live in one zone, by that zone. Offered when an address is typed; the person decides. */
const statesOfZone: Readonly<Record<string, string>> = {
  "America/New_York": "CT DE DC FL GA IN KY ME MD MA MI NH NJ NY NC OH PA RI SC VT VA WV",
  "America/Chicago": "AL AR IL IA KS LA MN MS MO NE ND OK SD TN TX WI",
  "America/Denver": "CO ID MT NM UT WY",
  "America/Phoenix": "AZ",
  "America/Los_Angeles": "CA NV OR WA",
  "America/Anchorage": "AK",
  "Pacific/Honolulu": "HI",
  "America/Puerto_Rico": "PR VI",
  "Pacific/Guam": "GU MP",
  "Pacific/Pago_Pago": "AS",
};

/** The zone most people of a state live in (49 CFR 71); undefined for what is no state. */
export const usualZone = (state: string): string | undefined =>
  Object.keys(statesOfZone).find((zone) => statesOfZone[zone]?.split(" ").includes(state));
