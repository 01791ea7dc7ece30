/** Whether what is typed is kept somewhere: `on-its-way` lasts for the moment between a letter and its keeping. */
export type Nearness = "kept" | "on-its-way" | "nowhere";

/** How far the part has come that is furthest from being kept. */
export const furthest = (parts: readonly Nearness[]): Nearness =>
  (["nowhere", "on-its-way"] as const).find((one) => parts.includes(one)) ?? "kept";
