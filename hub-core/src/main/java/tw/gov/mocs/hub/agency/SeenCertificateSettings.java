package tw.gov.mocs.hub.agency;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Unregistered certificates that were shown at a login or signed a call.
 *
 * @param days after how long without being shown again one is removed
 * @param atMost how many are kept; the one not shown for longest gives way
 */
@ConfigurationProperties("hub.seen-certificates")
public record SeenCertificateSettings(
    @DefaultValue("30") @Min(1) @Max(366) int days,
    @DefaultValue("1000") @Min(1) @Max(10_000) int atMost) {}
