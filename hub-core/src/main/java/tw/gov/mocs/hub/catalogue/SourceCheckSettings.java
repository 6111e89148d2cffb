package tw.gov.mocs.hub.catalogue;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the structure of the source is compared with what is registered of it.
 *
 * @param every after so long again; first when the hub starts. No row is read for it
 */
@ConfigurationProperties("hub.source-check")
public record SourceCheckSettings(
    @DefaultValue("24h") @NotNull @DurationMin(minutes = 1) Duration every) {}
