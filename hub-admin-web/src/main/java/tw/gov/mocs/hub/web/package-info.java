/** The browser edge: the portal (入口網) and its administration. */
@NullMarked
package tw.gov.mocs.hub.web;

import org.jspecify.annotations.NullMarked;
