/** 錯誤回報: what agencies report and how it was handled. */
@NullMarked
package tw.gov.mocs.hub.incident;

import org.jspecify.annotations.NullMarked;
