package tw.gov.mocs.hub.setting;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.database.LikePattern;

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

  List<SettingChange> changes(@Param("search") Filter search);

  long count(@Param("search") Filter search);

  /** One as stored; without a value that of the file counts. */
  record SettingRow(String settingName, int versionNo, @Nullable String settingValue) {}

  /** A search as it is bound. */
  record Filter(
      @Nullable String name,
      @Nullable String pattern,
      @Nullable Instant from,
      @Nullable Instant before,
      String sort,
      boolean descending,
      long offset,
      int size) {

    static Filter of(SettingChangeSearch search) {
      String text = search.text().strip().toUpperCase(Locale.ROOT);
      return new Filter(
          search.name(),
          text.isEmpty() ? null : LikePattern.within(text),
          search.from(),
          search.before(),
          search.sort().name(),
          search.descending(),
          (search.page() - 1L) * search.size(),
          search.size());
    }
  }
}
