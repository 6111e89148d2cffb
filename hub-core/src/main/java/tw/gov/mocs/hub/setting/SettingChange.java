package tw.gov.mocs.hub.setting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a setting; values as people type them.
 *
 * @param settingName which
 * @param versionNo counts the changes of this setting from 1
 * @param valueBefore what counted before
 * @param valueAfter what counts from then on
 * @param wasReset whether the file's value was let count again
 * @param reason why
 * @param changedAt when
 * @param changedBy the administrator's account
 */
public record SettingChange(
    String settingName,
    int versionNo,
    @Nullable String valueBefore,
    @Nullable String valueAfter,
    boolean wasReset,
    String reason,
    Instant changedAt,
    String changedBy) {}
