/** The software card agent: signs with a demo's key where people have a card and its component. */
@NullMarked
package tw.gov.mocs.hub.app.card;

import org.jspecify.annotations.NullMarked;
