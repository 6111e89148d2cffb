package tw.gov.mocs.hub.exchange;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.gov.mocs.hub.shared.Checked;
import tw.gov.mocs.hub.shared.KeyFiles;

/**
 * The limits of a call and the keys of its page tokens.
 *
 * @param pageRows rows of a page when the caller does not say
 * @param maxPageRows rows of a page at most
 * @param maxPageBytes bytes of a page at most; a page ends before the row that would pass it
 * @param maxValues values in all criteria of a call together
 * @param tokenValidity how long a page token is good
 * @param tokenKey file with the key (64 hexadecimal digits) that seals page tokens; the same on all
 *     nodes
 * @param pastTokenKeys files with earlier keys, whose tokens are still opened
 */
@ConfigurationProperties("hub.exchange")
public record ExchangeSettings(
    @DefaultValue("1000") @Min(1) @Max(10000) int pageRows,
    @DefaultValue("10000") @Min(1) @Max(10000) int maxPageRows,
    @DefaultValue("5242880") @Min(65536) @Max(52428800) long maxPageBytes,
    // Oracle takes no more than 1,000 values in one IN list.
    @DefaultValue("1000") @Min(1) @Max(1000) int maxValues,
    @DefaultValue("15m") @NotNull @DurationMin(seconds = 1) @DurationMax(hours = 24)
        Duration tokenValidity,
    @NotNull @Checked(by = KeyFiles.OfSecretKey.class) Path tokenKey,
    @DefaultValue List<@Checked(by = KeyFiles.OfSecretKey.class) Path> pastTokenKeys) {

  /** Copies the list. */
  public ExchangeSettings {
    pastTokenKeys = List.copyOf(pastTokenKeys);
  }

  /** Else a call that does not say how many rows it wants would be refused for its page. */
  @AssertTrue(message = "page-rows must not be more than max-page-rows")
  boolean isPageWithinLimit() {
    return pageRows <= maxPageRows;
  }
}
