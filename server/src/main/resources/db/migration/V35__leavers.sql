-- Who leaves on a day is asked every hour (registry.person.Leavers).
create index person_post_ended on person_post (valid_from) where ended;
