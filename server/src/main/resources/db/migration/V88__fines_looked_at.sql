-- An agency lies in one region: case_fine_of_agency (agency_id, decided_on) answers what this one did, and each fine is written once less.
drop index case_fine_agency;

-- From how many times the value of the goods a fine is laid before the reviewer of its publication (DIS-S6).
insert into register_parameter (name, valid_from, value, title, cite, recorded_by) values
    ('publication.fine-per-value', '1900-01-01', 50, '罚款超过货值金额多少倍时提示核对过罚是否相当', '行政处罚法 第五条 第二款；倍数为平台默认值', 0);
insert into register_figure (name, ordinal, topic, unit, least, most, whole, not_below, touches, page) values
    ('publication.fine-per-value', 29, '公示', '倍', 1, 100000, true, '{}', '公示审核时“小过重罚”的提示', '/app/publications');
