/// Results as people and programs read them: the console table and canonical JSON.
package org.deepsparse.report;
