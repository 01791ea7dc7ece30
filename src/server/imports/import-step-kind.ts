/** The errand that does the next step of an import. */
export const importStepKind = "imports.step";
