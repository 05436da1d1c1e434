-- How many people a system knows by the numbers of each span of 8,192, kept by triggers in the transaction of the change, so
-- that neither a total nor the place where a page begins is counted person by person (io.dragoman.store.PersonPlaces).
-- A row of an account that was deleted is nobody's, as accounts' ids are not given out again.
create table person_span (
    account_id integer not null,
    system text not null,
    span bigint not null,
    people bigint not null,
    primary key (account_id, system, span)
) with (fillfactor = 50);

insert into person_span (account_id, system, span, people)
select account_id, system, number >> 13, count(*) from person_number group by 1, 2, 3;

create function person_numbers_came() returns trigger language plpgsql as $$
begin
    -- In one order, so that two who write the same spans wait for each other and never both.
    insert into person_span as s (account_id, system, span, people)
    select account_id, system, number >> 13, count(*) from came group by 1, 2, 3 order by 1, 2, 3
    on conflict (account_id, system, span) do update set people = s.people + excluded.people;
    return null;
end
$$;

create function person_numbers_went() returns trigger language plpgsql as $$
begin
    update person_span s
    set people = s.people - w.people
    from (select account_id, system, number >> 13 as span, count(*) as people from went group by 1, 2, 3 order by 1, 2, 3) w
    where s.account_id = w.account_id and s.system = w.system and s.span = w.span;
    return null;
end
$$;

create trigger person_number_came after insert on person_number
    referencing new table as came for each statement execute function person_numbers_came();
create trigger person_number_went after delete on person_number
    referencing old table as went for each statement execute function person_numbers_went();
-- A number that becomes another one goes and comes.
create trigger person_number_changed_from after update on person_number
    referencing old table as went for each statement execute function person_numbers_went();
create trigger person_number_changed_to after update on person_number
    referencing new table as came for each statement execute function person_numbers_came();

-- Always: an import that checks its references itself turns off what is not, and a server that takes in another's rows fills
-- this table itself, so it is not to be published beside person_number.
alter table person_number enable always trigger person_number_came;
alter table person_number enable always trigger person_number_went;
alter table person_number enable always trigger person_number_changed_from;
alter table person_number enable always trigger person_number_changed_to;

-- Those of whom there are few, found where most are customers.
create index person_kind on person (account_id, kind) where kind <> 'CUSTOMER';
