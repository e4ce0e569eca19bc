/**
 * The exam before the certificate (资格考试): the bank of questions, sessions, papers drawn so that anybody can draw them
 * again, answers and marks. What is right is told to nobody who takes an exam.
 */
@NullMarked
package org.mingfa.server.registry.exam;

import org.jspecify.annotations.NullMarked;
