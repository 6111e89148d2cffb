/** 入口網內容: announcements, downloads, FAQ, links, single pages, and the search of them. */
@NullMarked
package tw.gov.mocs.hub.content;

import org.jspecify.annotations.NullMarked;
