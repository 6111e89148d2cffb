/** The frame of every page: header, tabs, menu, agency box, lists, forms, footer. */
@NullMarked
package tw.gov.mocs.hub.web.layout;

import org.jspecify.annotations.NullMarked;
