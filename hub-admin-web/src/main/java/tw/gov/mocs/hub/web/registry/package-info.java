/** 資料表及欄位管理: tables and fields of the source, code lists, and the file with all of them. */
@NullMarked
package tw.gov.mocs.hub.web.registry;

import org.jspecify.annotations.NullMarked;
