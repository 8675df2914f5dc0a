package dev.crescent.experiment;

/// A setting that no experiment can have: says which, and what it must be.
///
/// The message is one sentence for the user, `path: what is wrong`, for example
/// `training.optimizer.learningRate: must be above 0, is -1`.
public final class InvalidSettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;

    public InvalidSettingException(String path, String problem) {
        super(path.isEmpty() ? problem : path + ": " + problem);
        this.path = path;
        this.problem = problem;
    }

    /// Where the setting is, as keys from the top: `model.layers[2].units`.
    public String path() {
        return path;
    }

    /// What is wrong with it and what would be right, without the path.
    public String problem() {
        return problem;
    }

    /// The same problem, seen from one level further out.
    public InvalidSettingException under(String parent) {
        if (parent.isEmpty()) {
            return this;
        }
        if (path.isEmpty()) {
            return new InvalidSettingException(parent, problem);
        }
        String separator = path.startsWith("[") ? "" : ".";
        return new InvalidSettingException(parent + separator + path, problem);
    }
}
