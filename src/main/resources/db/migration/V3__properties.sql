-- What an account has defined to be kept of its people, and what is kept.

create table property (
    account_id integer not null references account on delete cascade,
    id uuid not null,
    number bigint not null check (number > 0),
    name text not null,
    kind text not null check (kind in ('LINE', 'TEXT', 'CHECKBOX')),
    default_value text not null default '',
    defaulted boolean not null default false,
    version integer not null default 0,
    primary key (account_id, id),
    unique (account_id, number)
);

create table property_value (
    account_id integer not null,
    person_id uuid not null,
    property_id uuid not null,
    number bigint not null check (number > 0),
    value text not null,
    primary key (account_id, person_id, property_id),
    unique (account_id, number),
    foreign key (account_id, person_id) references person on delete cascade,
    foreign key (account_id, property_id) references property on delete cascade
);
-- Who has a value: the beginning alone, as an index entry has a largest size.
create index property_value_text on property_value (account_id, property_id, left(value, 200));

-- Custom fields that hold a text.
create index person_custom_field on person using gin (account_id, folded_custom_field gin_trgm_ops);
