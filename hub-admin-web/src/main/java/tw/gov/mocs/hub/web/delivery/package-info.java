/** 檔案交換: one-time files, as agencies take them and as the ministry has them made. */
@NullMarked
package tw.gov.mocs.hub.web.delivery;

import org.jspecify.annotations.NullMarked;
