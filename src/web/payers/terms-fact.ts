/** One thing that terms say, as a sentence a biller reads. `key` is the same in every version. */
export interface TermsFact {
  readonly key: string;
  readonly name: string;
  readonly says: string;
}
