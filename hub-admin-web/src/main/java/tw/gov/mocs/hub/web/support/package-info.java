/** 錯誤回報管理: administrators answer, close and reopen what agencies reported. */
@NullMarked
package tw.gov.mocs.hub.web.support;

import org.jspecify.annotations.NullMarked;
