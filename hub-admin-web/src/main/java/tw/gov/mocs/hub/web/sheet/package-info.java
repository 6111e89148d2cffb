/** 表格下載: tables that leave as files, and the fields of the services as such tables. */
@NullMarked
package tw.gov.mocs.hub.web.sheet;

import org.jspecify.annotations.NullMarked;
