-- The account is no part of the index of texts any more: it is everybody's of a large account, and was compared with each
-- list of those who have a part of a text. Where an account is small the planner reads its people instead.
-- The old index goes last, as from then on nobody reads people until the end.
create index person_texts on person using gin (
    (folded_email || ' ' || folded_first_name || ' ' || folded_last_name || ' ' || folded_login) gin_trgm_ops
);

-- What io.dragoman.store.TextStatistics reads.
analyze person;

drop index person_contains;
alter index person_texts rename to person_contains;
