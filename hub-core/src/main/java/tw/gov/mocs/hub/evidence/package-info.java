/** 證據: one call of the log as a package that anybody can check without the hub. */
@NullMarked
package tw.gov.mocs.hub.evidence;

import org.jspecify.annotations.NullMarked;
