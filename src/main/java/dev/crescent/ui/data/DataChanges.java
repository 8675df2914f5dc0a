package dev.crescent.ui.data;

import dev.crescent.experiment.Data;

/// Where a part of the panel tells of changed data.
interface DataChanges {
    /// @param what changed, a few words
    /// @param finished false while a gesture goes on
    void change(Data next, String what, boolean finished);
}
