/// Links of TensorFlow Playground as experiments, and experiments as such links. Only the format of the links is theirs;
/// no link is ever followed.
@NullMarked
package dev.crescent.export.link;

import org.jspecify.annotations.NullMarked;
