/// Families of dictionaries, one record a family, and what may be done to a member before it is used.
///
/// The families are those on which the theorems' hypotheses bite: their coherence, and often their spark, is
/// known exactly. Entries are integers wherever a family allows it. Coherence does not depend on scale, and
/// an equiangular frame in doubles of norm 1 is no longer equiangular.
package org.deepsparse.instance.family;
