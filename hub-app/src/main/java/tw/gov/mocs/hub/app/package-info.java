/** The one runnable jar: the roles ws and web, and the operator's commands. */
@NullMarked
package tw.gov.mocs.hub.app;

import org.jspecify.annotations.NullMarked;
