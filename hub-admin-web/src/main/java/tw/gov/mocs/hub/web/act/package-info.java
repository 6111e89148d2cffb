/** 辦理歷程: what the log says of acts, in the words of the page. */
@NullMarked
package tw.gov.mocs.hub.web.act;

import org.jspecify.annotations.NullMarked;
