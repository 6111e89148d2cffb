/** What a page says when something was refused or failed. */
@NullMarked
package tw.gov.mocs.hub.web.error;

import org.jspecify.annotations.NullMarked;
