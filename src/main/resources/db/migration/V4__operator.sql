-- What the operator's API changes has a version, so that nobody overwrites what he has not seen.
alter table account add column version integer not null default 0;
alter table account add column changed timestamptz not null default now();
alter table company add column version integer not null default 0;
alter table api_key add column version integer not null default 0;
alter table registered_app add column created timestamptz not null default now();

-- Whether anybody is of a company.
create index person_company on person (account_id, company_number) where company_number <> 0;

-- The log of a person is that of his keys too, which name him.
create index change_log_person on change_log (account_id, (changes ->> 'person'), id) where subject = 'key';
