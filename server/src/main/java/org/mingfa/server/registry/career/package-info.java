/** What a person may do and for how long: 主办人 qualification, rotation (轮岗), approval powers (分级授权), posting (派驻), and their record. */
@NullMarked
package org.mingfa.server.registry.career;

import org.jspecify.annotations.NullMarked;
