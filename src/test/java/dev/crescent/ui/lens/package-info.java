@org.jspecify.annotations.NullMarked
package dev.crescent.ui.lens;
