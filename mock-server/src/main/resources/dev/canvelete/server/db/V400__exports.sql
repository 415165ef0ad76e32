-- Renders that are told as exports, too.
alter table renders add column export boolean default false not null;
