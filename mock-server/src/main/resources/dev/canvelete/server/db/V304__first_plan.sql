-- What a reset goes back to.
alter table accounts add column first_plan varchar(16);
update accounts set first_plan = plan;
alter table accounts alter column first_plan set not null;
