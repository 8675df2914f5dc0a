package dev.crescent.insight.descent;

import dev.crescent.experiment.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The update formula of one step, line by line in the order in which the optimizer goes, for a slow walk through it.
public final class StepFormula {
    private static final Pattern NAME = Pattern.compile("[A-Za-z]+");
    /// A setting such as `1e-6` has a letter, too.
    private static final Pattern TOKEN = Pattern.compile("[0-9.]+(?:e-?[0-9]+)?|" + NAME);
    private static final Set<String> FUNCTIONS = Set.of("sqrt", "sign");

    private final WeightStep step;
    private final Map<String, Double> values = new TreeMap<>();
    private final List<StepLine> lines = new ArrayList<>();

    private StepFormula(WeightStep step) {
        this.step = step;
        values.put("w", step.w());
        values.put("g", step.g());
        values.put("eta", step.constants().rate());
        values.put("t", (double) step.constants().number());
    }

    /// The lines of a step of any weight, a coordinate of a ball or a parameter of a network.
    public static List<StepLine> of(WeightStep step) {
        StepFormula formula = new StepFormula(step);
        switch (step.constants().optimizer()) {
            case Optimizer.Sgd sgd when sgd.momentum() == 0 ->
                    formula.weight("eta*g", "The weight goes against its gradient, as far as the learning rate says.");
            case Optimizer.Sgd sgd -> formula.momentum(sgd);
            case Optimizer.RmsProp p -> formula.rmsProp(p);
            case Optimizer.AdaGrad _ -> formula.adaGrad();
            case Optimizer.AdaDelta p -> formula.adaDelta(p);
            case Optimizer.Adam p -> formula.adam(p.beta1(), p.beta2());
            case Optimizer.AdamW p -> formula.adamW(p);
            case Optimizer.NAdam p -> formula.nAdam(p);
            case Optimizer.Lion p -> formula.lion(p);
        }
        return List.copyOf(formula.lines);
    }

    private void momentum(Optimizer.Sgd sgd) {
        String share = StepNumbers.exact(sgd.momentum());
        values.put("v", step.before().momentum());
        line("v", share + "*v + g", step.after().momentum(),
                "The velocity keeps " + share + " of itself and takes the new gradient in, as a rolling ball does.");
        if (sgd.nesterov()) {
            line("d", "g + " + share + "*v", step.adjusted(),
                    "Nesterov looks one step ahead: the gradient, and where the velocity will carry the ball next.");
            weight("eta*d", "The weight goes against that direction, as far as the learning rate says.");
        } else {
            weight("eta*v", "The weight goes against the velocity, not against the gradient of this step alone.");
        }
    }

    private void rmsProp(Optimizer.RmsProp p) {
        meanSquares(p.rho());
        boolean inside = p.epsilonInside();
        epsilon(inside ? WeightStep.LARGE_EPSILON : WeightStep.EPSILON);
        weight(inside ? "eta*g/sqrt(a + epsilon)" : "eta*g/(sqrt(a) + epsilon)",
                "The gradient is divided by its usual size, so steep and flat directions take steps of about one length.");
    }

    private void meanSquares(double rho) {
        values.put("a", step.before().squares());
        line("a", blend(rho, "a", "g^2"), step.after().squares(),
                "A running mean of the squared gradient remembers how steep this direction has been.");
    }

    private void adaGrad() {
        values.put("a", step.before().squares());
        line("a", "a + g^2", step.after().squares(), "Every squared gradient is added up, and none is ever forgotten.");
        epsilon(WeightStep.EPSILON);
        weight("eta*g/(sqrt(a) + epsilon)",
                "The more slope this direction has seen in all, the smaller its steps become.");
    }

    private void adaDelta(Optimizer.AdaDelta p) {
        meanSquares(p.rho());
        values.put("b", step.before().updates());
        epsilon(WeightStep.LARGE_EPSILON);
        line("d", "g*sqrt(b + epsilon)/sqrt(a + epsilon)", step.adjusted(),
                "The gradient is made as long as the usual step was: Adadelta sets its own rate.");
        line("b", blend(p.rho(), "b", "d^2"), step.after().updates(),
                "A running mean of the squared steps remembers how far this direction usually goes.");
        weight("eta*d", "The weight goes that far; the learning rate only scales it.");
    }

    private void adam(double beta1, double beta2) {
        moments(beta1, beta2);
        line("mhat", "m/(1 - " + StepNumbers.exact(beta1) + "^t)", step.momentumUsed(),
                "The mean began at 0 and is too small in the first steps; the division puts that right.");
        squaresHat(beta2);
        adjustedByRoot();
    }

    private void adamW(Optimizer.AdamW p) {
        line("w", "w - eta*" + StepNumbers.exact(p.weightDecay()) + "*w", step.decayed(),
                "First the weight itself decays a little towards 0, whatever the gradient says.");
        adam(p.beta1(), p.beta2());
    }

    private void nAdam(Optimizer.NAdam p) {
        String share = StepNumbers.exact(p.beta1());
        StepConstants now = step.constants();
        line("mu", share + "*(1 - 0.5*0.96^(0.004*t))", now.mu(),
                "The share that momentum has in this step grows slowly as training goes on.");
        values.put("M", now.productBefore());
        line("M", "M*mu", now.product(), "The product of all shares so far tells how much the mean still lacks.");
        line("nu", share + "*(1 - 0.5*0.96^(0.004*(t + 1)))", now.nextMu(), "The share that momentum will have next.");
        moments(p.beta1(), p.beta2());
        line("mhat", "nu*m/(1 - M*nu) + (1 - mu)*g/(1 - M)", step.momentumUsed(),
                "Nesterov's look ahead: the mean as the next step would use it, and this step's gradient.");
        squaresHat(p.beta2());
        adjustedByRoot();
    }

    private void lion(Optimizer.Lion p) {
        values.put("m", step.before().momentum());
        line("c", blend(p.beta1(), "m", "g"), step.momentumUsed(), "The mean gradient and the new one are blended.");
        weight("eta*sign(c)", "Only the sign of the blend counts: every step is as long as the learning rate.");
        line("m", blend(p.beta2(), "m", "g"), step.after().momentum(), "Then the mean takes the new gradient in.");
    }

    private void moments(double beta1, double beta2) {
        values.put("m", step.before().momentum());
        line("m", blend(beta1, "m", "g"), step.after().momentum(),
                "A running mean of the gradient: the direction of late, with the noise averaged out.");
        values.put("v", step.before().squares());
        line("v", blend(beta2, "v", "g^2"), step.after().squares(),
                "A running mean of the squared gradient remembers how steep this direction has been.");
    }

    private void squaresHat(double beta2) {
        line("vhat", "v/(1 - " + StepNumbers.exact(beta2) + "^t)", step.squaresUsed(),
                "The mean of squares began at 0, too, and is put right in the same way.");
    }

    private void adjustedByRoot() {
        epsilon(WeightStep.EPSILON);
        weight("eta*mhat/(sqrt(vhat) + epsilon)",
                "The mean direction is divided by the usual size of the gradient, and the weight goes against it.");
    }

    private void epsilon(double value) {
        values.put("epsilon", value);
    }

    private void weight(String taken, String caption) {
        line("w", "w - " + taken, step.next(), caption);
    }

    private static String blend(double kept, String old, String taken) {
        return StepNumbers.exact(kept) + "*" + old + " + " + StepNumbers.exact(1 - kept) + "*" + taken;
    }

    private void line(String target, String right, double result, String caption) {
        String numbers = numbers(right);
        String shown = target.equals("w") ? StepNumbers.rounded(result, step.change()) : StepNumbers.rounded(result);
        lines.add(new StepLine(target, right, numbers, result, shown, caption));
        values.put(target, result);
    }

    /// Puts the numbers of now in place of the names; negative ones stand in parentheses, but for a first summand.
    private String numbers(String right) {
        Matcher matcher = TOKEN.matcher(right);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String token = matcher.group();
            boolean first = matcher.start() == 0 && !right.startsWith("^", matcher.end());
            matcher.appendReplacement(text, Matcher.quoteReplacement(replaced(token, first)));
        }
        return matcher.appendTail(text).toString();
    }

    private String replaced(String token, boolean first) {
        if (!NAME.matcher(token).matches() || FUNCTIONS.contains(token)) {
            return token;
        }
        double value = Objects.requireNonNull(values.get(token), token);
        String number = switch (token) {
            case "w" -> StepNumbers.rounded(value, step.change());
            case "t", "eta", "epsilon" -> StepNumbers.exact(value);
            default -> StepNumbers.rounded(value);
        };
        return number.startsWith("-") && !first ? "(" + number + ")" : number;
    }
}
