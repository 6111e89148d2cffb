/** Measures the hub beside its peers. */
@NullMarked
package tw.gov.mocs.hub.bench;

import org.jspecify.annotations.NullMarked;
