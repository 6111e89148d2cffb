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
import tw.gov.mocs.hub.setting.AtRuntime;
import tw.gov.mocs.hub.setting.AtRuntime.Unit;

/**
 * What an application needs: a second reviewer, a letter, a signature.
 *
 * @param secondReviewerRestricted whether a restricted field does
 * @param secondReviewerWholeTable whether leave to read a whole table does
 * @param secondReviewerRows a daily quota of more rows than this does, or a file of more
 * @param letterRequired whether an application is decided only once its official letter is recorded
 * @param correctionDays within how many days a returned application is to be submitted anew
 * @param extensionDays by how many days a grant can be extended at once
 * @param dailyCalls how many calls a day a reviewer is offered for a new grant
 * @param dailyRows how many rows a day
 * @param draftDays a draft, of a service too, that was not saved for so many days is deleted
 * @param handshakeSignature whether a fresh certificate handshake is taken instead of a signature
 */
@ConfigurationProperties("hub.application")
public record ApplicationSettings(
    @DefaultValue("true") boolean secondReviewerRestricted,
    @DefaultValue("true") boolean secondReviewerWholeTable,
    @DefaultValue("1000000") @Min(1) long secondReviewerRows,
    @DefaultValue("true") boolean letterRequired,
    @AtRuntime(unit = Unit.DAYS, most = 365) @DefaultValue("30") @Min(1) @Max(365)
        int correctionDays,
    @AtRuntime(unit = Unit.DAYS, most = 3660) @DefaultValue("366") @Min(1) @Max(3660)
        int extensionDays,
    @AtRuntime(unit = Unit.CALLS, most = 10_000_000) @DefaultValue("10000") @Min(1) @Max(10_000_000)
        int dailyCalls,
    @AtRuntime(unit = Unit.ROWS, most = 1_000_000_000)
        @DefaultValue("1000000")
        @Min(1)
        @Max(1_000_000_000)
        long dailyRows,
    @DefaultValue("90") @Min(1) @Max(3660) int draftDays,
    @DefaultValue("false") boolean handshakeSignature) {

  /** What a reviewer is offered for a new grant. */
  public Quota quota() {
    return new Quota(dailyCalls, dailyRows);
  }

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
