/** 通知管理: the mail that was put for agencies, and what became of it. */
@NullMarked
package tw.gov.mocs.hub.web.notice;

import org.jspecify.annotations.NullMarked;
