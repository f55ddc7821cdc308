/// Reference algorithms that find sparse codes, one a file: shortest correct forms that theorems and
/// properties run and measure. Whether what they find is right is decided elsewhere, below this floor, in
/// `decider`; what they offer it are proposals ([LinearProgramProposer]).
package org.deepsparse.pursuit;
