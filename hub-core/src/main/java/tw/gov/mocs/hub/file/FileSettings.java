package tw.gov.mocs.hub.file;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.gov.mocs.hub.setting.AtRuntime;
import tw.gov.mocs.hub.setting.AtRuntime.Unit;
import tw.gov.mocs.hub.shared.Checked;
import tw.gov.mocs.hub.shared.Folders;

/**
 * Where uploaded files stand and what is accepted.
 *
 * @param folder of the files; all nodes share it, and it belongs to one database
 * @param maxBytes size of one file
 * @param clamav the scanner
 */
@ConfigurationProperties("hub.file")
public record FileSettings(
    @NotNull @Checked(by = Folders.Usable.class) Path folder,
    @AtRuntime(unit = Unit.MEGABYTES, most = 100)
        @DefaultValue("10485760")
        @Min(1024)
        @Max(FileSettings.LARGEST)
        long maxBytes,
    @DefaultValue @Valid ClamAv clamav) {

  /** What {@code maxBytes} can be at most. */
  static final long LARGEST = 104_857_600;

  /**
   * A ClamAV daemon that is asked about each upload.
   *
   * @param host where it listens; nothing is scanned when absent
   * @param port its TCP port
   * @param timeout for connecting, and for each answer
   */
  public record ClamAv(
      @Nullable String host,
      @DefaultValue("3310") @Min(1) @Max(65535) int port,
      @DefaultValue("30s") @DurationMin(millis = 1) @DurationMax(minutes = 5) Duration timeout) {}
}
