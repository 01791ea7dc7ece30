import type { FieldProblems } from "#web/platform/use-form.ts";

/** The numbers that lie outside the least and the most of their field, told before the server is asked. Empty is no number. */
export const beyondLimits = <Name extends string>(
  values: Readonly<Record<NoInfer<Name>, number | null>>,
  limits: Readonly<Record<Name, readonly [number, number]>>,
): FieldProblems => {
  const names = Object.keys(limits).filter((name): name is Name => name in values);
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name];
      const [least, most] = limits[name];
      if (value === null || (value >= least && value <= most)) return [];
      return [[name, { code: value < least ? "too-small" : "too-big" }] as const];
    }),
  );
};
