/** 總覽: what waits, what fails and what ends soon, each figure with the list behind it. */
@NullMarked
package tw.gov.mocs.hub.web.overview;

import org.jspecify.annotations.NullMarked;
