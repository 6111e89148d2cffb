/** What a form is answered with, shown by GET: a browser can go back to it. */
@NullMarked
package tw.gov.mocs.hub.web.posted;

import org.jspecify.annotations.NullMarked;
