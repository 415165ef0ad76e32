-- What was asked under which Idempotency-Key, and answered. The answer is there once the request's transaction ends.
create table idempotency_keys (
    account varchar(64) not null,
    name varchar(255) not null,
    fingerprint varchar(64) not null,
    answer text,
    created_at timestamp with time zone not null,
    primary key (account, name)
);
create index idempotency_keys_by_age on idempotency_keys (account, created_at);
