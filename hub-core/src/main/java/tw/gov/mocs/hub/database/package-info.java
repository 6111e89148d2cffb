/**
 * 資料庫: the hub's own database and the source, their dialects and migrations, and the notice of
 * changes.
 */
@NullMarked
package tw.gov.mocs.hub.database;

import org.jspecify.annotations.NullMarked;
