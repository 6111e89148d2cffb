/** 錯誤回報: what an agency reports, and how it is handled. */
@NullMarked
package tw.gov.mocs.hub.web.incident;

import org.jspecify.annotations.NullMarked;
