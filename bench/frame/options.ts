import { parseArgs } from "node:util";

export interface Options {
  readonly names: readonly string[];
  readonly rounds: number;
  readonly seconds: number;
  readonly speed: number;
  readonly json: boolean;
  readonly keep: boolean;
  readonly course: boolean;
  readonly page: boolean;
  readonly out: string | undefined;
  readonly help: boolean;
}

export class OptionRefused extends Error {}

export const usage = (
  names: readonly string[],
): string => `Usage: npm run bench -- [name …] [options]

Measures the product against its ceilings in the same run, in turns, and prints medians.

Names: ${names.join(", ")} (all of them when none is given)

Options:
  --rounds <n>    rounds of every contender (3)
  --seconds <n>   length of one measurement (3)
  --speed <n>     how many times faster than life a day is replayed (20)
  --json          print the report as JSON
  --out <file>    write the report as JSON to a file
  --keep          add a line for each benchmark to bench/history, and write docs/performance.md anew
  --course        print how the kept ratios went instead of measuring
  --page          write the kept figures into docs/performance.md instead of measuring
  --help          this text
`;

const positive = (text: string, name: string, most: number): number => {
  const value = Number(text);
  if (!(value > 0 && value <= most))
    throw new OptionRefused(`--${name} takes a number above 0, at most ${most}`);
  return value;
};

/** The arguments of `npm run bench`; a name that is none of `known` is refused. */
export const readOptions = (args: readonly string[], known: readonly string[]): Options => {
  const { values, positionals } = parse(args);
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new OptionRefused(
      `There is no benchmark ${unknown.join(", ")}. There are: ${known.join(", ")}`,
    );
  return {
    names: positionals.length > 0 ? positionals : known,
    rounds: Math.round(positive(values.rounds, "rounds", 20)),
    seconds: positive(values.seconds, "seconds", 60),
    speed: positive(values.speed, "speed", 1000),
    json: values.json,
    keep: values.keep,
    course: values.course,
    page: values.page,
    out: values.out,
    help: values.help,
  };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        rounds: { type: "string", default: "3" },
        seconds: { type: "string", default: "3" },
        speed: { type: "string", default: "20" },
        json: { type: "boolean", default: false },
        keep: { type: "boolean", default: false },
        course: { type: "boolean", default: false },
        page: { type: "boolean", default: false },
        out: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new OptionRefused(error instanceof Error ? error.message : String(error));
  }
};
