-- Letters in a batch (成批打印): what an agency has issued, the latest first, and the address that its letters name as sender.
create index document_issued on document (region_id, agency_id, document_id desc) where replaced_by is null;

create table letter_sender (
    region_id   int         not null,
    agency_id   bigint      not null,
    address     text        not null check (length(address) between 1 and 60),
    postcode    text        check (postcode ~ '^[0-9]{6}$'),
    changed_by  bigint      not null,
    changed_at  timestamptz not null,
    primary key (region_id, agency_id)
);
alter table letter_sender enable row level security;
alter table letter_sender force row level security;
create policy scope on letter_sender
    using (agency_id = any (string_to_array(current_setting('app.agencies', true), ',')::bigint[])
       and region_id = any (string_to_array(current_setting('app.regions', true), ',')::int[]));
grant select, insert, update on letter_sender to mingfa_app;

-- Where the window is, from the left and the top of an envelope that lies before one. The standard's own text was not at hand;
-- the measures are as those who make such envelopes quote it, and not verified.
insert into register_parameter (name, valid_from, value, title, cite, recorded_by)
select 'letter.' || size || '-' || side, '1900-01-01', value, upper(size) || ' 信封的透明窗口：' || title, 'GB/T 22585—2008 透明窗口信封（据信封厂商转述，请按所用信封核对）', 0
from (values ('dl', 'left', 25, '左边距信封左边'), ('dl', 'top', 30, '上边距信封上边'), ('dl', 'width', 100, '宽'), ('dl', 'height', 40, '高'),
             ('c5', 'left', 25, '左边距信封左边'), ('c5', 'top', 40, '上边距信封上边'), ('c5', 'width', 100, '宽'), ('c5', 'height', 40, '高')) as w (size, side, value, title);
insert into register_figure (name, ordinal, topic, unit, least, most, whole, not_below, touches, page)
select 'letter.' || size || '-' || side, ordinal, '打印', '毫米', least, most, false, '{}', '信封页上收件人和地址的位置', '/app/letters'
from (values ('dl', 'left', 60, 5, 150), ('dl', 'top', 61, 5, 60), ('dl', 'width', 62, 60, 160), ('dl', 'height', 63, 30, 70),
             ('c5', 'left', 64, 5, 150), ('c5', 'top', 65, 5, 110), ('c5', 'width', 66, 60, 160), ('c5', 'height', 67, 30, 100)) as f (size, side, ordinal, least, most);
