package dev.crescent.ui.start;

/// What a card offers to begin with.
///
/// @param id of its node, after `start.`
/// @param title a few words
/// @param hint what it shows, a few words more
/// @param opens what happens when it is chosen, a sentence
public record StartCard(String id, String title, String hint, String opens) {}
