-- Those of no batch are listed by their sequence; within a batch it is the order of the positions too.
drop index renders_by_batch;
create index renders_by_batch on renders (batch_id, seq);
