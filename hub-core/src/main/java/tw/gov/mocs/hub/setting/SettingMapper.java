package tw.gov.mocs.hub.setting;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Changed settings in the database. */
@Mapper
interface SettingMapper {

  List<SettingRow> all();

  void insert(@Param("name") String name, @Param("value") @Nullable String value);

  int update(
      @Param("name") String name,
      @Param("version") int version,
      @Param("value") @Nullable String value);

  void insertChange(@Param("row") SettingChange row);

  /** The newest first. */
  List<SettingChange> changes(@Param("name") String name);

  /** One as stored; without a value that of the file counts. */
  record SettingRow(String settingName, int versionNo, @Nullable String settingValue) {}
}
