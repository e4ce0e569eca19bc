-- People by the beginning of their name or login, whatever the collation: the administrator's search reads those that fit.
create index person_name_begins on person (name text_pattern_ops, id);
create index account_login_begins on account (login text_pattern_ops, person_id);
