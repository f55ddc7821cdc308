/// Files in: arrays as other tools write them. Anything that is not exactly what its header or form promises is [BadInput], never a guess.
package org.deepsparse.io;
