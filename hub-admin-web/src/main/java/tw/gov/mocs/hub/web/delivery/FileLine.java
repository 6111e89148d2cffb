package tw.gov.mocs.hub.web.delivery;

import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.GrantLine;
import tw.gov.mocs.hub.delivery.Delivery;

/**
 * A grant of a one-time file in the list.
 *
 * @param grant the grant
 * @param file its newest file; null if none was started yet
 */
record FileLine(GrantLine grant, @Nullable Delivery file) {}
