-- What is used of each limit, where several machines count together.

create table rate_limits (
    id varchar(200) primary key,
    state bytea
);
