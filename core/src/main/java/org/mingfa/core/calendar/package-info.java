/** Workdays and periods (期间计算): how days, workdays, months and hours are counted (民法典 第二百零一条至第二百零四条). */
@NullMarked
package org.mingfa.core.calendar;

import org.jspecify.annotations.NullMarked;
