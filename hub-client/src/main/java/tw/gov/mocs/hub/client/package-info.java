/**
 * 介接用戶端: what an agency runs to call the hub: signs a request, verifies the answer, pages through.
 * Shares no class with the hub.
 */
@NullMarked
package tw.gov.mocs.hub.client;

import org.jspecify.annotations.NullMarked;
