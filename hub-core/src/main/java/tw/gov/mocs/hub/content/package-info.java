/** 入口網內容: announcements, downloads, FAQ, pages, links, terms of use, and the search of them. */
@NullMarked
package tw.gov.mocs.hub.content;

import org.jspecify.annotations.NullMarked;
