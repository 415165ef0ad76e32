-- A batch is stored and removed in one transaction with its renders; to have it checked, each of them paid for a look at the
-- batch, and on H2 for an index beside the one by batch.
alter table renders drop constraint if exists renders_batch_id_fkey;
alter table renders drop constraint if exists "CONSTRAINT_41";
