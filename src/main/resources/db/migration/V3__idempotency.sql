-- What creating requests were answered, so that one that is sent again is not done again. Written in the transaction that
-- creates; the row claims the key before anything is made, and holds the receipt once that is. Refers to neither the
-- person who asked nor to what was made: both may be gone when the same is asked for again.
create table idempotency (
    account_id integer not null references account on delete cascade,
    person_id uuid not null,
    system text not null,
    key text not null check (length(key) between 1 and 255),
    part integer not null,
    digest text not null,
    receipt text not null default '' check (length(receipt) <= 65536),
    at timestamptz not null,
    primary key (account_id, person_id, system, key, part)
);
-- Old ones are looked for by age alone.
create index idempotency_at on idempotency (at);
