-- The directory: accounts, people, roles and what protects them.
-- The account is the first component of every key. A folded_ column holds the text beside it as
-- io.dragoman.directory.CaseFolding folds it, so that finding does not depend on the database's locale;
-- collation "C" compares both by code point.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table account (
    id integer generated always as identity primary key,
    name text not null unique,
    time_zone text not null default 'UTC',
    default_role uuid,
    created timestamptz not null default now()
);

-- What a system calls an account: a sub-domain, a client code, a shop's host; lower case.
create table account_name (
    system text not null,
    name text not null check (name = lower(name)),
    account_id integer not null references account on delete cascade,
    primary key (system, name)
);
create index account_name_account on account_name (account_id, system);

create table account_quota (
    account_id integer not null references account on delete cascade,
    system text not null,
    quota integer not null check (quota > 0),
    primary key (account_id, system)
);

-- The highest number given out, and the lock that makes the next one unique. subject: person, role, employee, link.
create table counter (
    account_id integer not null references account on delete cascade,
    subject text not null,
    system text not null default '',
    last bigint not null default 0,
    primary key (account_id, subject, system)
);

create table company (
    account_id integer not null references account on delete cascade,
    number bigint not null check (number > 0),
    name text not null,
    primary key (account_id, number)
);

create table warehouse (
    account_id integer not null references account on delete cascade,
    number integer not null check (number > 0),
    primary key (account_id, number)
);

create table role (
    account_id integer not null references account on delete cascade,
    id uuid not null,
    name text not null,
    folded_name text collate "C" not null,
    status text not null default 'ACTIVE' check (status in ('ACTIVE', 'HIDDEN', 'DISABLED')),
    permissions text[] not null default '{}',
    created timestamptz not null,
    created_by text not null,
    updated timestamptz not null,
    updated_by text not null,
    version integer not null default 0,
    primary key (account_id, id)
);
alter table account
    add constraint account_default_role foreign key (id, default_role) references role (account_id, id) deferrable initially deferred;

create table role_number (
    account_id integer not null,
    system text not null,
    number bigint not null check (number > 0),
    role_id uuid not null,
    primary key (account_id, system, number),
    unique (account_id, role_id, system),
    foreign key (account_id, role_id) references role on delete cascade
);

create table person (
    account_id integer not null references account on delete cascade,
    id uuid not null,
    kind text not null check (kind in ('STAFF', 'CUSTOMER', 'VENDOR')),
    login text not null,
    folded_login text collate "C" not null,
    email text not null default '',
    folded_email text collate "C" not null default '',
    first_name text not null default '',
    folded_first_name text collate "C" not null default '',
    last_name text not null default '',
    folded_last_name text collate "C" not null default '',
    salutation text not null default '',
    phone text not null default '',
    locale text not null default 'en_US',
    time_zone text not null default 'UTC',
    company_number bigint not null default 0,
    company_text text not null default '',
    folded_company_text text collate "C" not null default '',
    custom_field text not null default '',
    folded_custom_field text collate "C" not null default '',
    active boolean not null default true,
    admin boolean not null default false,
    root boolean not null default false,
    packing_station bigint,
    employee_number bigint,
    max_discount integer not null default 0,
    warehouses integer[],
    primary_role uuid,
    granted text[] not null default '{}',
    denied text[] not null default '{}',
    password text,
    pin text,
    credential_version integer not null default 0,
    created timestamptz not null,
    created_by text not null,
    updated timestamptz not null,
    updated_by text not null,
    last_login timestamptz,
    version integer not null default 0,
    primary key (account_id, id),
    constraint person_primary_role foreign key (account_id, primary_role) references role (account_id, id),
    constraint person_staff_role check (kind <> 'STAFF' or primary_role is not null)
);
create unique index person_login on person (account_id, folded_login);
create unique index person_email on person (account_id, folded_email) where folded_email <> '';
create unique index person_pin on person (account_id, pin) where pin is not null;
create unique index person_employee on person (account_id, employee_number) where employee_number is not null;
create index person_role on person (account_id, primary_role) where primary_role is not null;
-- The orders people are listed in other than by number.
create index person_first_name on person (account_id, folded_first_name, folded_last_name);
create index person_last_name on person (account_id, folded_last_name, folded_first_name);
create index person_created on person (account_id, created);
create index person_updated on person (account_id, updated);
-- Texts that hold a text.
create index person_contains on person using gin (
    account_id,
    folded_email gin_trgm_ops,
    folded_first_name gin_trgm_ops,
    folded_last_name gin_trgm_ops,
    folded_login gin_trgm_ops
);

-- The number a system knows a person by; without one he does not exist for its clients.
create table person_number (
    account_id integer not null,
    system text not null,
    number bigint not null check (number > 0),
    person_id uuid not null,
    primary key (account_id, system, number),
    unique (account_id, person_id, system),
    foreign key (account_id, person_id) references person on delete cascade
);

-- Links of people to roles, the primary role's among them.
create table membership (
    account_id integer not null,
    person_id uuid not null,
    role_id uuid not null,
    number bigint not null,
    status text not null check (status in ('ACTIVE', 'PENDING', 'DECLINED', 'FREE')),
    primary key (account_id, person_id, role_id),
    unique (account_id, number),
    foreign key (account_id, person_id) references person on delete cascade,
    constraint membership_role foreign key (account_id, role_id) references role on delete cascade
);
create index membership_of_role on membership (account_id, role_id);

-- hash is the hex of the key's keyed hash; hint its last characters, for the operator to tell keys apart.
create table api_key (
    account_id integer not null,
    id uuid not null,
    person_id uuid not null,
    system text not null,
    hash text not null,
    hint text not null,
    quota integer check (quota > 0),
    created timestamptz not null default now(),
    expires timestamptz,
    revoked timestamptz,
    last_used timestamptz,
    primary key (account_id, id),
    unique (system, hash),
    foreign key (account_id, person_id) references person on delete cascade
);
create index api_key_person on api_key (account_id, person_id);

create table registered_app (
    account_id integer not null references account on delete cascade,
    system text not null,
    app_id text not null,
    secret_hash text not null,
    quota integer check (quota > 0),
    primary key (account_id, system, app_id)
);

create table avatar (
    account_id integer not null,
    person_id uuid not null,
    media_type text not null,
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    bytes bytea not null,
    updated timestamptz not null,
    primary key (account_id, person_id),
    foreign key (account_id, person_id) references person on delete cascade
);

-- What all replicas share and nobody else may know.
create table secret (
    name text primary key,
    value bytea not null
);

-- Who changed what, when and through which system; written in the transaction of the change.
create table change_log (
    account_id integer not null references account on delete cascade,
    id bigint generated always as identity,
    at timestamptz not null,
    actor text not null,
    system text not null,
    subject text not null,
    subject_id uuid not null,
    action text not null,
    changes jsonb not null default '{}',
    primary key (account_id, id)
);
create index change_log_subject on change_log (account_id, subject_id, id);
create index change_log_time on change_log (account_id, at);

-- Roles with the numbers systems know them by: system and number in turn, parted by spaces.
create view role_detail as
select r.*, own.numbers
from role r
cross join lateral (
    select coalesce(string_agg(n.system || ' ' || n.number, ' '), '') as numbers
    from role_number n
    where n.account_id = r.account_id and n.role_id = r.id
) own;

-- People with all that is told of them, in one row each: the arrays link_ have an element a link, in the order of the
-- links' numbers; disabled roles are left out. Each part is found by the person's key, so a page costs its own rows.
create view person_detail as
select
    p.*,
    c.name as company_name,
    array(
        select w.number
        from warehouse w
        where w.account_id = p.account_id and (p.warehouses is null or w.number = any(p.warehouses))
        order by w.number
    ) as allowed_warehouses,
    p.warehouses is not null as restricted,
    own.numbers,
    links.link_numbers,
    links.link_roles,
    links.link_names,
    links.link_statuses,
    links.link_role_numbers,
    links.link_permissions
from person p
left join company c on c.account_id = p.account_id and c.number = p.company_number
cross join lateral (
    select coalesce(string_agg(n.system || ' ' || n.number, ' '), '') as numbers
    from person_number n
    where n.account_id = p.account_id and n.person_id = p.id
) own
cross join lateral (
    select
        array_agg(m.number order by m.number) as link_numbers,
        array_agg(m.role_id order by m.number) as link_roles,
        array_agg(r.name order by m.number) as link_names,
        array_agg(m.status order by m.number) as link_statuses,
        array_agg(r.numbers order by m.number) as link_role_numbers,
        array_agg(array_to_string(r.permissions, ' ') order by m.number) as link_permissions
    from membership m
    join role_detail r on r.account_id = m.account_id and r.id = m.role_id
    where m.account_id = p.account_id and m.person_id = p.id and r.status <> 'DISABLED'
) links;
