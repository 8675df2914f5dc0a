/// Fetches image data sets that are published on the Internet, when the user asks for them and never else.
@NullMarked
package dev.crescent.data.download;

import org.jspecify.annotations.NullMarked;
