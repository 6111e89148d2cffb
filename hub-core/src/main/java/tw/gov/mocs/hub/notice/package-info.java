/** 通知: the mail outbox. */
@NullMarked
package tw.gov.mocs.hub.notice;

import org.jspecify.annotations.NullMarked;
