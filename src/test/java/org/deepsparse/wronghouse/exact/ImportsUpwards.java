package org.deepsparse.wronghouse.exact;

import org.deepsparse.wronghouse.cli.Front;

/// The ground floor looks at the roof.
public interface ImportsUpwards {
    Front front();
}
