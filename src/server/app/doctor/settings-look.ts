import { existsSync } from "node:fs";
import path from "node:path";
import { findingsOf, type Finding } from "#server/app/doctor/finding.ts";
import { findRunningInstance } from "#server/app/running-instance.ts";
import { ownMachine, type Settings } from "#server/app/settings.ts";

const settings = findingsOf("settings");
const product = findingsOf("product");

/** What the settings mean for real people, and what would lead nowhere. */
export const lookAtSettings = (chosen: Settings): Finding[] => {
  const findings = [
    chosen.databaseUrl === undefined
      ? settings.note(
          "The embedded PostgreSQL is used: fine for trying out",
          "Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL that you back up before real people are in it.",
        )
      : settings.fine("DATABASE_URL names the database"),
    chosen.smtpUrl === undefined
      ? settings.note(
          "Letters go to the mail catcher, none leaves",
          "Set SMTP_URL and STEPWELL_PUBLIC_URL.",
        )
      : settings.fine("Letters leave by SMTP_URL"),
  ];
  if (!ownMachine.has(chosen.host) && chosen.publicUrl === undefined)
    findings.push(
      settings.wrong(
        `HOST is ${chosen.host} and STEPWELL_PUBLIC_URL is not set: links in letters would lead nowhere`,
        "Set STEPWELL_PUBLIC_URL to the address people type, with https.",
      ),
    );
  if (chosen.isDemo && !ownMachine.has(chosen.host))
    findings.push(
      settings.wrong(
        `The demo is on and HOST is ${chosen.host}: whoever reaches it signs in with the demo's password`,
        "Set STEPWELL_DEMO=0, or leave HOST at 127.0.0.1.",
      ),
    );
  if (chosen.isDemo && chosen.databaseUrl !== undefined)
    findings.push(
      settings.wrong(
        "STEPWELL_DEMO=1 with a database of your own: everybody knows the demo's password",
        "Unset STEPWELL_DEMO.",
      ),
    );
  return findings;
};

/** Whether it runs, and whether there is anything to show. */
export const lookAtProduct = ({ dataDir, root }: Settings): Finding[] => {
  const running = findRunningInstance(dataDir);
  return [
    running === undefined
      ? product.note("Not running now", "npm start")
      : product.fine(`Running as process ${running.pid}, ${running.url ?? "starting"}`),
    existsSync(path.join(root, "dist/web/staff.html"))
      ? product.fine("The screens are built")
      : product.wrong("The screens are not built", "npm start builds them."),
  ];
};
