-- Purpose: a claim is found by how its number begins, our own or the payer's, also among many thousands.
-- Old code: runs.

create index claim_by_control on stepwell.claim (organization_id, control text_pattern_ops);
create index claim_by_payer_number on stepwell.claim (organization_id, upper(payer_claim_control) text_pattern_ops)
  where payer_claim_control is not null;
