package tw.gov.mocs.hub.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A full disk is told apart from any other failure of the store. */
class DiskFailureTest {

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No space left on device",
        "There is not enough space on the disk",
        "Disk quota exceeded"
      })
  void knowsAFullDisk(String why) {
    IOException bare = new IOException(why);
    assertThat(DiskFailure.code(bare, folder)).isEqualTo(ErrorCode.FILE_STORE_FULL);
    assertThat(DiskFailure.code(new IOException("sealing", bare), folder))
        .isEqualTo(ErrorCode.FILE_STORE_FULL);
    assertThat(DiskFailure.code(new FileSystemException("a", null, why), folder))
        .isEqualTo(ErrorCode.FILE_STORE_FULL);
  }

  @Test
  void saysNothingOfTheDiskOtherwise() {
    assertThat(DiskFailure.code(new IOException("Permission denied"), folder))
        .isEqualTo(ErrorCode.FILE_STORE_UNAVAILABLE);
  }

  @Test
  void saysWhatToDoInBothLanguages() {
    assertThat(ErrorCode.FILE_STORE_FULL.message(Locale.TAIWAN, List.of()))
        .contains("磁碟空間已滿", "清出或擴充空間");
    assertThat(ErrorCode.FILE_STORE_FULL.message(Locale.ENGLISH, List.of()))
        .contains("is full", "free or add space");
  }
}
