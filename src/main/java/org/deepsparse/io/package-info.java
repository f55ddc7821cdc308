/// Files in and out: arrays of any number of axes, also several by name in one file.
///
/// [ArrayFile] reads and writes them, [ArrayReference] says which one is meant, [NdArray] and [NamedArrays]
/// are the values. There is one class a format behind [ArrayFormat], and what an array means is its reader's
/// affair: this package knows of rows and columns, but of no dictionary.
///
/// Anything that is not exactly what its header or form promises is [BadInput], never a guess. Every size is
/// held against an [EntryLimit] before anything of that size is allocated.
package org.deepsparse.io;
