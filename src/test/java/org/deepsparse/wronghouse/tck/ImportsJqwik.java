package org.deepsparse.wronghouse.tck;

import net.jqwik.api.Arbitrary;

/// Cases that only jqwik could draw.
record ImportsJqwik(Arbitrary<String> cases) {}
