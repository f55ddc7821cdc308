/// The theorems, one record each: what it assumes, what it asserts, where it is sharp and why each hypothesis
/// is needed. To add one, follow CONTRIBUTING.md; a test walks [Theorems] and asks for everything that
/// belongs to it.
package org.deepsparse.theorem;
