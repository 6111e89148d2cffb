package tw.gov.mocs.hub.catalogue;

import java.time.Instant;

/**
 * A version of a service as it was published.
 *
 * @param service composed as it was then, of fields as the catalogue describes them now
 * @param at when
 * @param by by whom
 */
public record ServiceVersion(ExchangeService service, Instant at, String by) {}
