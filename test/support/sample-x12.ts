/** ISA of 106 bytes with these four delimiters. */
export const isaOf = (
  [element = "*", repetition = "^", component = ":", segment = "~"]: string,
  control = "000000001",
): string =>
  [
    "ISA",
    "00",
    " ".repeat(10),
    "00",
    " ".repeat(10),
    "ZZ",
    "HARBORSTEPS    ",
    "ZZ",
    "CLEARING       ",
    "261122",
    "0800",
    repetition,
    "00501",
    control,
    "0",
    "T",
    component,
  ].join(element) + segment;

/** An eligibility question with nothing in it but its envelope and one divided element, by these delimiters. */
export const smallFile = (delimiters = "*^:~", control = "000000001"): string => {
  const [element = "", repetition = "", component = "", segment = ""] = delimiters;
  const rest = [
    ["GS", "HS", "HARBORSTEPS", "CLEARING", "20261122", "0800", "1", "X", "005010X279A1"],
    ["ST", "270", "0001", "005010X279A1"],
    ["BHT", "0022", "13", "1", "20261122", "0800"],
    ["EQ", ["MH", "A6"].join(repetition), ["HC", "H0015"].join(component)],
    ["SE", "4", "0001"],
    ["GE", "1", "1"],
    ["IEA", "1", control],
  ];
  return isaOf(delimiters, control) + rest.map((parts) => parts.join(element) + segment).join("");
};
