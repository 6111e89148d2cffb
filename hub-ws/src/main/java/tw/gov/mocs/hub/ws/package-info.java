/** The SOAP edge: contract, signed calls in, signed answers and faults out. */
@NullMarked
package tw.gov.mocs.hub.ws;

import org.jspecify.annotations.NullMarked;
