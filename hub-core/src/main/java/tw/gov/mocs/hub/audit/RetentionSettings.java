package tw.gov.mocs.hub.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.gov.mocs.hub.shared.Checked;
import tw.gov.mocs.hub.shared.Folders;

/**
 * How long the database keeps the log, and where older records go.
 *
 * @param folder of the archive; all nodes share it, and it belongs to one database. Without it
 *     nothing is archived and nothing is removed
 * @param logDays records older than this are archived, then removed from the database; agencies see
 *     their calls of the last 90 days
 * @param fileRows a file of the archive ends with the checkpoint that reaches so many records
 */
@ConfigurationProperties("hub.retention")
public record RetentionSettings(
    @Nullable @Checked(by = Folders.Usable.class) Path folder,
    @DefaultValue("1096") @Min(91) @Max(36_600) int logDays,
    @DefaultValue("100000") @Min(1) @Max(10_000_000) int fileRows) {}
