-- Long texts that several renders of a batch have alike, such as a picture in each record's data: stored once, not with
-- each render, and as JSON, since PostgreSQL keeps no text with a NUL in it.
create table batch_texts (
    batch_id varchar(64) not null,
    number int not null,
    content text not null,
    primary key (batch_id, number)
);
