-- How a render ended is added to a table of its own, so that the renders with their indexes are written once: when they come.
create table render_ends (
    render_seq bigint primary key,
    render_id varchar(64) not null,
    account varchar(64) not null,
    status varchar(16) not null,
    result text,
    file_bytes bigint,
    artifact varchar(64),
    cache_key varchar(64),
    cache_hash bigint,
    started_at timestamp with time zone,
    completed_at timestamp with time zone not null
);
insert into render_ends
    select seq, id, account, status, result, file_bytes, artifact, cache_key, cache_hash, started_at,
        coalesce(completed_at, created_at)
    from renders where status <> 'queued' order by seq;
drop index renders_by_end;
drop index renders_by_cache_hash;
alter table renders drop column status;
alter table renders drop column result;
alter table renders drop column file_bytes;
alter table renders drop column artifact;
alter table renders drop column cache_key;
alter table renders drop column cache_hash;
alter table renders drop column started_at;
alter table renders drop column completed_at;
create index render_ends_by_time on render_ends (account, completed_at);
create index render_ends_by_cache_hash on render_ends (cache_hash);
