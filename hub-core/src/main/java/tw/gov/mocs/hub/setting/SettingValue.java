package tw.gov.mocs.hub.setting;

/**
 * A setting as it stands; values as people type them.
 *
 * @param setting which
 * @param version counts its changes; 0 for one that was never changed
 * @param value what counts
 * @param fileValue what counts once it is reset: that of the file, or the default
 * @param changed whether the database's value counts
 */
public record SettingValue(
    RuntimeSetting setting, int version, String value, String fileValue, boolean changed) {}
