/// The command line: picocli commands, exit codes, one-line errors. What commands print is made in `report`.
package org.deepsparse.cli;
