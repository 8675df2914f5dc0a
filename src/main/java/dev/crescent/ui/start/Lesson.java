package dev.crescent.ui.start;

/// A lesson that can be begun.
///
/// @param done whether the user has been through it
public record Lesson(String title, boolean done) {}
