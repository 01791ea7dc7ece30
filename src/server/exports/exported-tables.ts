/**
 * Whom the rows of a table speak of. `person`: one person each, by `patient_id`; `practice`: nobody in care; `business`: the
 * organization's own affairs: whom it told what, what it billed, what it agreed; `mixed`: several people or the workings of the machine. To a successor only the
 * first two go.
 */
export type Speaks = "person" | "practice" | "business" | "mixed";

export interface ExportedTable {
  readonly table: string;
  readonly speaks: Speaks;
  /** Columns that are not written, such as those the database computes to search by. */
  readonly without?: readonly string[];
  /** Rows belong to a session or a series: to a successor they go only where somebody who goes has a seat there, or nobody has. */
  readonly within?: "session" | "series";
  /** Columns of free words, which may name somebody: to a successor not those that name one who does not go. */
  readonly words?: readonly string[];
}

const of = (speaks: Speaks, tables: string): ExportedTable[] =>
  tables.split(" ").map((table) => ({ table, speaks }));

/** Every table of the organization that goes into a file of its own. */
export const exportedTables: readonly ExportedTable[] = [
  ...of("practice", "organization site room staff_credential level_of_care program program_level"),
  { table: "staff", speaks: "practice", without: ["sort_name", "given_sort_name"] },
  ...of("practice", "track activity_type hour_rule attendance_rule closure payer"),
  { table: "series", speaks: "practice", within: "series", words: ["name"] },
  { table: "series_facilitator", speaks: "practice", within: "series" },
  { table: "session", speaks: "practice", within: "session", words: ["name", "cancel_reason"] },
  { table: "session_facilitator", speaks: "practice", within: "session" },
  {
    table: "session_note",
    speaks: "practice",
    within: "session",
    words: ["topic", "curriculum", "what_we_did", "how_it_went", "next_time"],
  },
  { table: "patient", speaks: "person", without: ["sort_name", "phone_end"] },
  ...of("person", "patient_contact coverage authorization enrollment enrollment_diagnosis"),
  ...of("person", "goal objective membership attendance attendance_segment"),
  { table: "attendance_event", speaks: "person", within: "session", words: ["why"] },
  { table: "member_note", speaks: "person", words: ["sentence", "next_step", "correction_reason"] },
  { table: "note_act", speaks: "person", words: ["words"] },
  ...of("person", "measure_request measure_response"),
  ...of(
    "business",
    "consent restriction court_order record_review disclosure task day_charge day_release day_release_taking_back claim claim_hold acknowledgment claim_acknowledgment",
  ),
  ...of("business", "contract contract_version contract_fee billing_provider"),
  { table: "claim_file", speaks: "business", without: ["content"] },
  ...of("mixed", "charge_line affiliation revision import_identifier received_record"),
];

/** Tables that are not exported, and why, as the manifest says it. */
export const tablesLeftOut: Readonly<Record<string, string>> = {
  audit_event: "in audit.ndjson",
  audit_subject: "in audit.ndjson",
  audit_seal: "seals of the trail, which prove it only where it was written",
  audit_unsealed: "which lines of the trail wait for a seal",
  outbox: "errands of the machine",
  idempotency_key: "answers kept for a day, so that nothing is done twice",
  draft: "words that nobody has sent",
  note_draft: "words that nobody has signed",
  room_writer: "who was typing at the moment",
  patient_name: "made from the names of patients, to search by",
  name_word: "made from the names of patients, to search by",
  mrn_counter: "the last number given",
  claim_counter: "the last numbers given",
  import_run: "files of other systems that were read",
  import_entry: "files of other systems that were read",
  export_run: "exports like this one",
  export_part: "files of exports like this one",
};
