package tw.gov.mocs.hub.catalogue;

/**
 * 服務分類: under what a service is listed.
 *
 * @param name Chinese name
 * @param nameEn English name
 */
public record ServiceCategory(String name, String nameEn) {}
