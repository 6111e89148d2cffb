package tw.gov.mocs.hub.application;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;

/**
 * What an application needs: a second reviewer, a signature.
 *
 * @param secondReviewerRestricted whether a restricted field does
 * @param secondReviewerWholeTable whether leave to read a whole table does
 * @param secondReviewerRows a daily quota of more rows than this does
 * @param handshakeSignature whether a fresh certificate handshake is taken instead of a signature
 */
@ConfigurationProperties("hub.application")
public record ApplicationSettings(
    @DefaultValue("true") boolean secondReviewerRestricted,
    @DefaultValue("true") boolean secondReviewerWholeTable,
    @DefaultValue("1000000") @Min(1) long secondReviewerRows,
    @DefaultValue("false") boolean handshakeSignature) {

  /** Whether the terms need a second reviewer's consent. */
  boolean needSecondReviewer(GrantTerms terms, CatalogueSnapshot catalogue) {
    return terms.quota().rows() > secondReviewerRows
        || terms.services().values().stream()
            .anyMatch(
                granted ->
                    (secondReviewerWholeTable && granted.wholeTable())
                        || (secondReviewerRestricted && restricted(granted, catalogue)));
  }

  private static boolean restricted(ServiceGrant granted, CatalogueSnapshot catalogue) {
    return catalogue.find(granted.service()).map(ExchangeService::fields).orElseThrow().stream()
        .filter(field -> granted.fields().containsKey(field.xmlName()))
        .map(Field::dataClass)
        .anyMatch(DataClass.RESTRICTED::equals);
  }
}
