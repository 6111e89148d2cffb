/** 系統參數: what may change while the hub runs, and what was changed. */
@NullMarked
package tw.gov.mocs.hub.setting;

import org.jspecify.annotations.NullMarked;
