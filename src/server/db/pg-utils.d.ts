declare module "pg/lib/utils.js" {
  /** A value as the driver sends it. */
  export const prepareValue: (value: unknown) => Buffer | string | null;
}
