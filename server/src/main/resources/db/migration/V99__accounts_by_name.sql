-- People and accounts by the beginning of a name or login, as the administrators search them.
create index person_name on person (name collate "C");
create index account_login on account (login collate "C");
