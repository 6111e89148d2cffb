/** 入口網內容 on the pages: Markdown as safe HTML. */
@NullMarked
package tw.gov.mocs.hub.web.content;

import org.jspecify.annotations.NullMarked;
