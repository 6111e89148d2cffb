package tw.gov.mocs.hub.sandbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What makes a hub a sandbox; only in the file that {@code serve --sandbox} reads.
 *
 * @param folder where everything of the sandbox is made: keys, database, records; it needs one
 * @param persons how many synthetic persons its records have, when they are made
 * @param certificateDays how long a test certificate is good
 * @param certificatesPerDay how many test certificates are given out on one day
 */
@ConfigurationProperties("hub.sandbox")
public record SandboxSettings(
    @Nullable Path folder,
    @DefaultValue("2000") @Min(100) @Max(100000) int persons,
    @DefaultValue("366") @Min(1) @Max(1100) int certificateDays,
    @DefaultValue("100") @Min(1) @Max(100000) int certificatesPerDay) {

  /** Whether this hub is one. */
  public boolean isSandbox() {
    return folder != null;
  }
}
