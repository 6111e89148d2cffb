/** 系統參數 and 作業清單: what an administrator may change while the hub runs, and what runs. */
@NullMarked
package tw.gov.mocs.hub.web.setting;

import org.jspecify.annotations.NullMarked;
