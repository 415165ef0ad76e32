-- What the history and the usage are asked by, beside the request's JSON. Earlier renders lack it.
alter table renders add column design_id varchar(200);
alter table renders add column format varchar(8);
alter table renders add column file_bytes bigint;
create index renders_by_account on renders (account, seq);
create index renders_by_end on renders (account, completed_at);
