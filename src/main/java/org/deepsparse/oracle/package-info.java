/// What outsiders are told about their own data. Made of exact facts (`dictionary`), formulas (`bound`) and
/// exact decisions (`decider`); it stands below every solver and every theorem, so it cannot use them.
package org.deepsparse.oracle;
