-- What templates are listed by; a design's source has the same.
alter table designs add column is_template boolean default false not null;
alter table designs add column category varchar(64);
update designs set is_template = true where source like '%"isTemplate":true%';
