/// Reference algorithms that find sparse codes, one a file: shortest correct forms that theorems and properties run and measure.
package org.deepsparse.pursuit;
