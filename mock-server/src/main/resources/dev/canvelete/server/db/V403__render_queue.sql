-- What waits and what is claimed has a small table of its own, so that a claim does not write the renders and their indexes.
create table render_queue (
    render_seq bigint primary key,
    render_id varchar(64) not null,
    attempts int not null,
    claimed_at timestamp with time zone,
    lease_until timestamp with time zone
);
insert into render_queue
    select seq, id, attempts, started_at, case when status = 'processing' then lease_until end
    from renders where status in ('queued', 'processing') order by seq;
update renders set status = 'queued' where status = 'processing';
drop index renders_by_status;
alter table renders drop column attempts;
alter table renders drop column lease_until;
