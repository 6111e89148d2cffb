/** 我的呼叫紀錄: what an agency has called, what it was answered, and what it may still use. */
@NullMarked
package tw.gov.mocs.hub.web.calls;

import org.jspecify.annotations.NullMarked;
