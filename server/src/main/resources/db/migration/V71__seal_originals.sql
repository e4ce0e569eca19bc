-- The served text and what must not be masked in it, sealed by the key of the party; original and keep hold those from before.
alter table publication
    alter column original drop not null,
    alter column keep drop not null,
    add column sealed bytea,                  -- {"original": text, "keep": [texts]}
    add constraint publication_original check ((original is null) <> (sealed is null) and (original is null) = (keep is null));
