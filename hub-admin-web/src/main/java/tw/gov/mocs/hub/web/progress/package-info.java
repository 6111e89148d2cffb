/** 進度查詢: the applications of an agency, and what became of each. */
@NullMarked
package tw.gov.mocs.hub.web.progress;

import org.jspecify.annotations.NullMarked;
