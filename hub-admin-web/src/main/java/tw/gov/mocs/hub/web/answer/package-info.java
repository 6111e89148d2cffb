/** 申請內容: what was filled in, as the confirmation and the detail page show it. */
@NullMarked
package tw.gov.mocs.hub.web.answer;

import org.jspecify.annotations.NullMarked;
