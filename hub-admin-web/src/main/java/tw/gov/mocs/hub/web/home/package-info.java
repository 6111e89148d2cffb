/** 首頁 and 網站導覽. */
@NullMarked
package tw.gov.mocs.hub.web.home;

import org.jspecify.annotations.NullMarked;
