-- Four parameters had no figure, so that nobody could see, propose or change them.
insert into register_figure (name, ordinal, topic, unit, least, most, whole, not_below, touches, page) values
    ('benchmark.review-months',    25, '评估', '月', 1, 240,  true, '{}', '哪些裁量权基准应当评估', '/app/evaluations'),
    ('evaluation.soon-days',       26, '评估', '天', 0, 3660, true, '{}', '评估即将到期的提醒', '/app/evaluations'),
    ('publication.spread-percent', 27, '公示', '%',  1, 1000, true, '{}', '公示审核时“同案不同罚”的提示', '/app/publications'),
    ('publication.spread-months',  28, '公示', '月', 1, 240,  true, '{}', '“同案不同罚”与多久以内的决定比较', '/app/publications');
