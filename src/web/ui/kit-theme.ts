import { createTheme } from "@mantine/core";

const well = [
  "#eefaf9",
  "#d9f1ef",
  "#b9e3e0",
  "#93d0cd",
  "#6bb9b6",
  "#45a09d",
  "#268683",
  "#006a68",
  "#005250",
  "#003a38",
] as const;
const stone = [
  "#f8f6f5",
  "#edebe7",
  "#ddd8d2",
  "#c8c1b8",
  "#b0a89d",
  "#978e82",
  "#7d7469",
  "#635b51",
  "#4c453c",
  "#352f29",
] as const;
/** The kit's own dark greys, ours instead. */
const dark = [
  "#ece7de",
  "#c0b9ae",
  "#a09a90",
  "#7b847f",
  "#434b48",
  "#2f3634",
  "#242a28",
  "#1b201f",
  "#131716",
  "#0f1312",
] as const;

/** The kit points at the tokens; `tokens.css` stays the truth and `kit.css` carries the variables. */
export const kitTheme = createTheme({
  colors: { dark, gray: stone, well },
  primaryColor: "well",
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  black: "#25211b",
  fontFamily: "var(--sw-font)",
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
});
