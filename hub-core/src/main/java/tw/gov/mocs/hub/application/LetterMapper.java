package tw.gov.mocs.hub.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** The official letters. */
@Mapper
interface LetterMapper {

  Optional<LetterRow> find(@Param("applicationId") long applicationId);

  int insert(@Param("applicationId") long applicationId, @Param("letter") Letter letter);

  int update(@Param("applicationId") long applicationId, @Param("letter") Letter letter);

  /** A letter as it is kept. */
  record LetterRow(
      LocalDate letterOn,
      String letterNo,
      long fileId,
      String fileName,
      String sha256,
      long byteSize,
      String recordedBy,
      Instant recordedAt) {

    Letter letter() {
      return new Letter(
          letterOn,
          letterNo,
          new Attachment(fileId, fileName, sha256, byteSize),
          recordedBy,
          recordedAt);
    }
  }
}
