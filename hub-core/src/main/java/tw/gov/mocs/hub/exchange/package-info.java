/** 資料交換: who may read what, now, and the query that reads it. */
@NullMarked
package tw.gov.mocs.hub.exchange;

import org.jspecify.annotations.NullMarked;
