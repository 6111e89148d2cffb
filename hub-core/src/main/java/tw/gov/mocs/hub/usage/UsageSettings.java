package tw.gov.mocs.hub.usage;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From where on the use of an application on one day is shown to auditors as unusual.
 *
 * @param quotaPercent of the calls or rows that were granted for a day
 * @param nightCalls calls received from 22:00 to 06:00
 * @param burstCalls calls within sixty seconds
 * @param persons persons whose data were given
 * @param refusals refused calls, if they are at least half of all
 */
@ConfigurationProperties("hub.usage")
public record UsageSettings(
    @DefaultValue("80") @Min(1) @Max(100) int quotaPercent,
    @DefaultValue("20") @Min(1) int nightCalls,
    @DefaultValue("120") @Min(1) int burstCalls,
    @DefaultValue("1000") @Min(1) int persons,
    @DefaultValue("20") @Min(1) int refusals) {}
