/// Immutable values for dense real matrices, stored column by column because a dictionary is read by its
/// atoms.
package org.deepsparse.linalg;
