/** Files that people send with a form. */
@NullMarked
package tw.gov.mocs.hub.web.upload;

import org.jspecify.annotations.NullMarked;
