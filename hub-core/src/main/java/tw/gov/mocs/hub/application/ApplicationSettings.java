package tw.gov.mocs.hub.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;

/**
 * What an application needs: a second reviewer, a letter, a signature.
 *
 * @param secondReviewerRestricted whether a restricted field does
 * @param secondReviewerWholeTable whether leave to read a whole table does
 * @param secondReviewerRows a daily quota of more rows than this does, or a file of more
 * @param letterRequired whether an application is decided only once its official letter is recorded
 * @param correctionDays within how many days a returned application is to be submitted anew
 * @param extensionDays by how many days a grant can be extended at once
 * @param handshakeSignature whether a fresh certificate handshake is taken instead of a signature
 */
@ConfigurationProperties("hub.application")
public record ApplicationSettings(
    @DefaultValue("true") boolean secondReviewerRestricted,
    @DefaultValue("true") boolean secondReviewerWholeTable,
    @DefaultValue("1000000") @Min(1) long secondReviewerRows,
    @DefaultValue("true") boolean letterRequired,
    @DefaultValue("30") @Min(1) @Max(365) int correctionDays,
    @DefaultValue("366") @Min(1) @Max(3660) int extensionDays,
    @DefaultValue("false") boolean handshakeSignature) {

  /** Whether the terms need a second reviewer's consent. */
  boolean needSecondReviewer(GrantTerms terms, CatalogueSnapshot catalogue) {
    return terms.quota().rows() > secondReviewerRows
        || ofFile(terms.extract(), catalogue)
        || terms.services().values().stream()
            .anyMatch(
                granted ->
                    (secondReviewerWholeTable && granted.wholeTable())
                        || (secondReviewerRestricted && restricted(granted, catalogue)));
  }

  private boolean ofFile(@Nullable Extract extract, CatalogueSnapshot catalogue) {
    if (extract == null) {
      return false;
    }
    Long rows = extract.estimatedRows();
    return rows == null
        || rows > secondReviewerRows
        || extract.tables().stream()
            .anyMatch(
                part ->
                    (secondReviewerWholeTable && part.conditions().isEmpty())
                        || (secondReviewerRestricted && restricted(part, catalogue)));
  }

  private static boolean restricted(ExtractTable part, CatalogueSnapshot catalogue) {
    return catalogue.findRows(part.table()).orElseThrow().fields().stream()
        .filter(field -> part.fields().contains(field.xmlName()))
        .map(Field::dataClass)
        .anyMatch(DataClass.RESTRICTED::equals);
  }

  private static boolean restricted(ServiceGrant granted, CatalogueSnapshot catalogue) {
    return catalogue.find(granted.service()).map(ExchangeService::fields).orElseThrow().stream()
        .filter(field -> granted.fields().containsKey(field.xmlName()))
        .map(Field::dataClass)
        .anyMatch(DataClass.RESTRICTED::equals);
  }
}
