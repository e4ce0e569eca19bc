package org.mingfa.core.procedure;

/** A fault that stops the reading or the change of one value of a law pack: where it is and how to mend it. */
public class PackFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final transient PackProblem problem;

    PackFault(PackProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public PackProblem problem() {
        return problem;
    }
}
