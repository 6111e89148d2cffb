package tw.gov.mocs.hub.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Stored files, the contents that they point to, and the mark of the folder. */
@Mapper
interface FileMapper {

  Optional<StoredFile> find(@Param("id") long id);

  List<StoredFile> ofOwner(@Param("owner") FileOwner owner);

  int insert(@Param("file") NewFile file, @Param("key") NewKey key);

  int delete(@Param("id") long id);

  int give(@Param("id") long id, @Param("owner") FileOwner owner);

  /** The files of forms that were never sent. */
  List<Long> ofFormsBefore(@Param("at") Instant at);

  /** Holds the content's row until the transaction ends; 0 if there is none. */
  int lockContent(@Param("sha256") String sha256, @Param("at") Instant at);

  int insertContent(@Param("sha256") String sha256, @Param("at") Instant at);

  /** Only a content that no file points to; else 0. */
  int deleteContent(@Param("sha256") String sha256);

  List<String> unusedContents();

  /** Holds the row of the folder's mark until the transaction ends. */
  int lockMark();

  @Nullable String mark();

  int setMark(@Param("mark") String mark);

  /** A file that gets its row. */
  record NewFile(
      FileName name,
      FileType type,
      long size,
      String sha256,
      FileOwner owner,
      String storedBy,
      Instant storedAt) {}

  /** Receives the key that the database gave the new row. */
  final class NewKey {

    private long id;

    long id() {
      return id;
    }

    /** Called by MyBatis. */
    void setId(long given) {
      id = given;
    }
  }
}
