package dev.crescent;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The texts in the program's own source, as the compiler reads them.
///
/// @param place file and line
/// @param context what the text is for: the class that is made of it, or the method that is called with it, or what holds it
/// @param text literals put together by plus; what is between them is [#HOLE]
public record SourceTexts(String place, String context, String text) {
    /// What is filled in.
    public static final String HOLE = "\u0001";
    private static final Path MAIN = Path.of("src/main/java/dev/crescent");

    /// All texts of some packages; where a text has a choice in it, each way.
    public static List<SourceTexts> in(String... packages) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String each : packages) {
            try (Stream<Path> found = Files.walk(MAIN.resolve(each))) {
                found.filter(path -> path.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<SourceTexts> texts = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
                    manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(Trees.instance(task), unit, texts).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Trees trees;
        private final CompilationUnitTree unit;
        private final List<SourceTexts> texts;

        Scanner(Trees trees, CompilationUnitTree unit, List<SourceTexts> texts) {
            this.trees = trees;
            this.unit = unit;
            this.texts = texts;
        }

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
            if (tree != null && isText(tree)) {
                String file = MAIN.toAbsolutePath().relativize(Path.of(unit.getSourceFile().toUri())).toString();
                long line = unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
                ways(tree).forEach(way -> texts.add(new SourceTexts(file + ":" + line, context(), way)));
                between(tree);
                return null;
            }
            return super.scan(tree, nothing);
        }

        /// What stands between the literals may have texts of its own.
        private void between(Tree tree) {
            switch (tree) {
                case BinaryTree sum when isText(sum) -> {
                    between(sum.getLeftOperand());
                    between(sum.getRightOperand());
                }
                case ParenthesizedTree inner when isText(inner) -> between(inner.getExpression());
                case ConditionalExpressionTree choice when isText(choice) -> {
                    scan(choice.getCondition(), null);
                    between(choice.getTrueExpression());
                    between(choice.getFalseExpression());
                }
                case LiteralTree _ -> { }
                default -> scan(tree, null);
            }
        }

        private static boolean isText(Tree tree) {
            return switch (tree) {
                case LiteralTree literal -> literal.getValue() instanceof String;
                case BinaryTree sum -> sum.getKind() == Tree.Kind.PLUS
                        && (isText(sum.getLeftOperand()) || isText(sum.getRightOperand()));
                case ParenthesizedTree inner -> isText(inner.getExpression());
                case ConditionalExpressionTree choice -> isText(choice.getTrueExpression()) || isText(choice.getFalseExpression());
                default -> false;
            };
        }

        private static List<String> ways(Tree tree) {
            return switch (tree) {
                case LiteralTree literal -> List.of(String.valueOf(literal.getValue()));
                case ParenthesizedTree inner when isText(inner) -> ways(inner.getExpression());
                case ConditionalExpressionTree choice when isText(choice) -> Stream.concat(
                        ways(choice.getTrueExpression()).stream(), ways(choice.getFalseExpression()).stream()).toList();
                case BinaryTree sum when isText(sum) -> ways(sum.getLeftOperand()).stream()
                        .flatMap(left -> ways(sum.getRightOperand()).stream().map(right -> left + right)).toList();
                default -> List.of(HOLE);
            };
        }

        private String context() {
            for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
                switch (path.getLeaf()) {
                    case NewClassTree made -> {
                        return made.getIdentifier().toString();
                    }
                    case MethodInvocationTree call when !call.getMethodSelect().toString().endsWith("String.valueOf") -> {
                        return call.getMethodSelect().toString();
                    }
                    case MethodTree method -> {
                        return method.getName() + "()";
                    }
                    case VariableTree variable -> {
                        return "=" + variable.getName();
                    }
                    default -> { }
                }
            }
            return "";
        }
    }
}
