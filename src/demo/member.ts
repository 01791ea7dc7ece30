/** Somebody in care in the demo: made up, as are the numbers on their cards. */
export interface DemoMember {
  readonly name: readonly [given: string, family: string];
  readonly preferred?: string;
  readonly pronouns?: string;
  readonly born: string;
  readonly language?: string;
  readonly email?: string;
  /** Whole weeks since they were admitted. */
  readonly weeks: number;
  readonly level?: "iop" | "php" | "outpatient";
  readonly diagnoses: readonly string[];
  /** The plan that they have, by name; a few share one, as people do. */
  readonly plans: readonly string[];
  /** The payer by name; null pays by herself. */
  readonly payer: string | null;
  /** Days until what the payer allowed ends. */
  readonly allowedFor?: number;
  /** Days of treatment that the payer allowed where it was few: some of them have gone by, also in weeks with holidays. */
  readonly allowedDays?: number;
}
