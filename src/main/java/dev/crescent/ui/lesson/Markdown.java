package dev.crescent.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// A caption's Markdown as runs of text. Of Markdown's blocks only their words are kept: a caption is a sentence.
final class Markdown extends AbstractVisitor {
    /// Words of one kind.
    ///
    /// @param strong whether they stand out
    /// @param emphasis whether they are set apart, as a term is when it is met first
    /// @param code whether they are a name in a program or a formula
    record Run(String text, boolean strong, boolean emphasis, boolean code) {}

    private final List<Run> runs = new ArrayList<>();
    private int strong;
    private int emphasis;

    private Markdown() {}

    /// The runs of a text, in order.
    static List<Run> runs(String markdown) {
        Markdown visitor = new Markdown();
        Parser.builder().build().parse(markdown).accept(visitor);
        return List.copyOf(visitor.runs);
    }

    private void add(String text, boolean code) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, strong > 0, emphasis > 0, code));
        }
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (!runs.isEmpty()) {
            add("\n", false);
        }
        visitChildren(paragraph);
    }

    @Override
    public void visit(Text text) {
        add(text.getLiteral(), false);
    }

    @Override
    public void visit(Code code) {
        add(code.getLiteral(), true);
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        add(" ", false);
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        add("\n", false);
    }

    @Override
    public void visit(StrongEmphasis inner) {
        strong++;
        visitChildren(inner);
        strong--;
    }

    @Override
    public void visit(Emphasis inner) {
        emphasis++;
        visitChildren(inner);
        emphasis--;
    }
}
