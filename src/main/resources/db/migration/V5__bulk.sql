-- Texts that hold a text, found through one index entry for all four: each person adds fewer entries than with a column
-- of its own for each, as login, e-mail and names mostly share their parts. A condition on one of the columns
-- says the same of the whole text beside it (io.dragoman.store.Conditions).
drop index person_contains;
create index person_contains on person using gin (
    account_id,
    (folded_email || ' ' || folded_first_name || ' ' || folded_last_name || ' ' || folded_login) gin_trgm_ops
);

-- Most people have no custom field, and none of them holds a text.
drop index person_custom_field;
create index person_custom_field on person using gin (account_id, folded_custom_field gin_trgm_ops)
    where folded_custom_field <> '';
