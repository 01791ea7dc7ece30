// Runs before the first paint, so that a chosen theme never flashes. `platform/theme.ts` writes the same key.
const kept = localStorage.getItem("stepwell.theme");
const dark =
  kept === "dark" || (kept !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
document.documentElement.dataset["mantineColorScheme"] = dark ? "dark" : "light";
