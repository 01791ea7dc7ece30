import { z } from "zod";

type Changeable<Shape extends z.core.$ZodShape> = {
  [Field in keyof Shape]: z.ZodExactOptional<Shape[Field]>;
};

/**
 * The fields of a record as a PATCH takes them: what is left out stays as it is, what is sent replaces,
 * null or an empty text empties a field that may be empty.
 */
export const changeable = <Shape extends z.core.$ZodShape>(shape: Shape): Changeable<Shape> =>
  Object.fromEntries(
    Object.entries(shape).map(([field, schema]) => [field, z.exactOptional(schema)]),
  ) as Changeable<Shape>;

/** The version of a record its changer has seen. A newer one in the database refuses the change. */
export const versionSchema = z.coerce.number().int().min(1);
