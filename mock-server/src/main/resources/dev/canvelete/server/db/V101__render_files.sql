-- What a finished render's file is kept under, and what equal renders find it by.
alter table renders add column artifact varchar(64);
alter table renders add column cache_key varchar(64);
create index renders_by_artifact on renders (artifact);
create index renders_by_cache_key on renders (cache_key);
