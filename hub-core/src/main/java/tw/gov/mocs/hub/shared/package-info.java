/** 共用: the few types that every feature uses. */
@NullMarked
package tw.gov.mocs.hub.shared;

import org.jspecify.annotations.NullMarked;
