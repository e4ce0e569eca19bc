-- Documents repeat personal data, so they are sealed by the keys of the parties they are about (record.SealedTexts).
-- xhtml holds those that were issued before.
alter table document
    alter column xhtml drop not null,
    add column sealed bytea,
    add constraint document_text check ((xhtml is null) <> (sealed is null));
