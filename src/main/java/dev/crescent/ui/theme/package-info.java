/// The look: two themes' tokens, the style sheets of the controls, and the same colors for everything that is painted.
///
/// Knows nothing of experiments, engines or views.
@NullMarked
package dev.crescent.ui.theme;

import org.jspecify.annotations.NullMarked;
