package tw.gov.mocs.hub.agency;

import org.jspecify.annotations.Nullable;

/**
 * 機關: an agency that may use the hub.
 *
 * @param id key in the database
 * @param code 機關代碼
 * @param name Chinese name
 * @param nameEn English name
 * @param oid its object identifier, compared with the one in its certificates; null if it has none
 * @param suspended whether all its access is stopped
 */
public record Agency(
    long id,
    AgencyCode code,
    String name,
    @Nullable String nameEn,
    @Nullable String oid,
    boolean suspended) {}
