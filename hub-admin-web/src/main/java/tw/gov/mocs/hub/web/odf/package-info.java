/** OpenDocument files: what texts and tables of that format have in common. */
@NullMarked
package tw.gov.mocs.hub.web.odf;

import org.jspecify.annotations.NullMarked;
