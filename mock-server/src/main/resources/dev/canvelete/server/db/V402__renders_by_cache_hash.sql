-- Keys are spread over the whole index, so that storing an end writes a page of it; one of numbers is a fifth as large.
-- What was rendered before has no number, and is drawn once more when it is next asked for.
alter table renders add column cache_hash bigint;
drop index renders_by_cache_key;
create index renders_by_cache_hash on renders (cache_hash);
