/** 入口網內容 on the pages that everybody may see: 最新公告, 服務說明, 安裝說明, 常見問題, 檔案下載, 搜尋. */
@NullMarked
package tw.gov.mocs.hub.web.content;

import org.jspecify.annotations.NullMarked;
