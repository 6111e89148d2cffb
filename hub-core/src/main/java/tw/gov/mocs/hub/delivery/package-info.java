/** 檔案交換: one-time files, from the granted extract to what the agency takes home. */
@NullMarked
package tw.gov.mocs.hub.delivery;

import org.jspecify.annotations.NullMarked;
