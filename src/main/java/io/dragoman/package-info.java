/** Where the program begins. */
@NullMarked
package io.dragoman;

import org.jspecify.annotations.NullMarked;
