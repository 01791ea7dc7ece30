import { readFileSync } from "node:fs";
import { Command } from "commander";
import { emailSchema } from "#domain/basics/email.ts";
import { personNameSchema } from "#domain/access/account.ts";
import { roleNames, roleSchema, type Role } from "#domain/access/roles.ts";
import { createUser } from "#server/access/people.service.ts";
import {
  answer,
  asOperator,
  CommandFailed,
  withDatabase,
  withJson,
} from "#server/app/commands/command.ts";
import { oneOrganization } from "#server/app/commands/organization-option.ts";

interface AddOptions {
  readonly organization: string;
  readonly name: string;
  readonly role: readonly string[];
  readonly passwordStdin?: boolean;
  readonly invite?: boolean;
  readonly json?: boolean;
}

const rolesOf = (words: readonly string[]): Role[] =>
  words.map((word) => {
    const role = roleSchema.safeParse(word);
    if (role.success) return role.data;
    throw new CommandFailed(`"${word}" is not a role. Roles: ${roleNames.join(", ")}.`, 2);
  });

const passwordOf = (options: AddOptions): string | undefined => {
  if ((options.passwordStdin === true) === (options.invite === true))
    throw new CommandFailed(
      "Say how they get in: --invite sends a letter, --password-stdin reads a password.",
      2,
    );
  if (options.invite === true) return undefined;
  return readFileSync(0, "utf8").replace(/\r?\n$/, "");
};

const collect = (word: string, before: readonly string[]): readonly string[] => [...before, word];

const add = withJson(new Command("add"))
  .description("give somebody access to an organization")
  .argument("<email>", "the address they sign in with")
  .requiredOption("--organization <slug>", "which organization (see: stepwell organization list)")
  .requiredOption("--name <name>", "their name")
  .requiredOption("--role <role>", "what they do; may be given more than once", collect, [])
  .option("--invite", "send them a letter with a link to choose a password")
  .option("--password-stdin", "read their first password from standard input")
  .action(async (email: string, options: AddOptions) => {
    const address = emailSchema.safeParse(email);
    if (!address.success) throw new CommandFailed(`"${email}" is not an e-mail address.`, 2);
    const name = personNameSchema.safeParse(options.name);
    if (!name.success) throw new CommandFailed(`"${options.name}" cannot be a person's name.`, 2);
    const roles = rolesOf(options.role);
    const password = passwordOf(options);
    const made = await withDatabase(async ({ pool }) => {
      const { organizationId } = await oneOrganization(pool, options.organization);
      const user = {
        email: address.data,
        name: name.data,
        roles,
        ...(password !== undefined && { password }),
      };
      return asOperator(pool, organizationId, "person.add", (work) => createUser(work, user));
    });
    const how =
      password === undefined ? "A letter with a link is on its way." : "They can sign in now.";
    answer(options, made, [
      `${address.data} belongs to ${options.organization} as ${roles.join(", ")}. ${how}`,
    ]);
  });

/** `stepwell user add`. */
export const userCommand = (): Command =>
  new Command("user").description("give people access").addCommand(add);
