import type { Settings } from "#server/app/settings.ts";
import { demoPassword, demoSignIns } from "#demo/sign-ins.ts";

/** What the terminal says when everything runs: where to look, and in the demo whom to sign in as. */
export const welcome = (
  origin: string,
  settings: Pick<Settings, "isDemo" | "showsLetters">,
): string => {
  const lines = [
    "",
    `Stepwell is ready at ${origin}`,
    "",
    `  Staff         ${origin}/staff`,
    `  In care       ${origin}/my`,
    `  Public pages  ${origin}/`,
    `  API           ${origin}/api/docs`,
  ];
  if (settings.isDemo) {
    if (settings.showsLetters) lines.push(`  Letters       ${origin}/demo/mail`);
    lines.push("", `Sign in to the demo with the password "${demoPassword}" as`, "");
    const signIns = demoSignIns();
    const width = Math.max(...signIns.map((one) => one.email.length));
    for (const { as, email } of signIns) lines.push(`  ${email.padEnd(width)}  ${as}`);
  }
  lines.push("", "Ctrl-C stops it.", "");
  return lines.join("\n");
};
