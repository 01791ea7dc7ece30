import { Command } from "commander";
import { zoneSchema } from "#domain/basics/zone.ts";
import { organizationFacts } from "#domain/practice/organization.ts";
import {
  answer,
  asOperator,
  CommandFailed,
  withDatabase,
  withJson,
} from "#server/app/commands/command.ts";
import { knownOrganizations } from "#server/app/organizations.queries.ts";
import { newId } from "#server/platform/ids.ts";
import { foundOrganization } from "#server/practice/founding.service.ts";
import { foundPrograms } from "#server/programs/founding.service.ts";

interface AddOptions {
  readonly zone: string;
  readonly json?: boolean;
}

const add = withJson(new Command("add"))
  .description("make a new organization with levels of care and types of activity to begin with")
  .argument("<name>", "its name as people say it")
  .requiredOption("--zone <zone>", "its IANA time zone, for example America/Denver")
  .action(async (word: string, options: AddOptions) => {
    const name = organizationFacts.shape.name.safeParse(word);
    if (!name.success) throw new CommandFailed(`"${word}" cannot be an organization's name.`, 2);
    const zone = zoneSchema.safeParse(options.zone);
    if (!zone.success)
      throw new CommandFailed(
        `"${options.zone}" is not a time zone. A name like America/Denver is.`,
        2,
      );
    const made = await withDatabase(({ pool }) =>
      asOperator(pool, newId(), "organization.create", async (work) => {
        const founded = await foundOrganization(work, { name: name.data, zone: zone.data });
        await foundPrograms(work);
        return founded;
      }),
    );
    answer(options, made, [`${made.name} is there. Its short name is ${made.slug}.`]);
  });

const list = withJson(new Command("list"))
  .description("the organizations of this installation")
  .action(async (options: { json?: boolean }) => {
    const all = await withDatabase(({ pool }) => knownOrganizations(pool));
    const lines = all.map((one) => `${one.slug.padEnd(24)}  ${one.name}`);
    answer(
      options,
      all,
      lines.length === 0 ? ["There is none yet: stepwell organization add"] : lines,
    );
  });

/** `stepwell organization add|list`. */
export const organizationCommand = (): Command =>
  new Command("organization")
    .description("make and list organizations")
    .addCommand(add)
    .addCommand(list);
