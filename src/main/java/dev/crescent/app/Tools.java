package dev.crescent.app;

import java.util.concurrent.Executor;

/// What the rooms of a window work with.
///
/// @param worker one thread for files
record Tools(Workbench bench, FileActions files, FileDialogs dialogs, UserFolder folder, Executor worker, Banners banners,
        Failures failures) {}
