package tw.gov.mocs.hub.file;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Which folder a hub starts with, on every database. */
@OnEveryDatabase
class FolderMarkTest {

  @TempDir private Path folder = Path.of("");

  private final TestDatabase database;
  private final ApplicationContext core;

  FolderMarkTest(TestDatabase database) {
    this.database = database;
    core = TestCore.shared(database);
  }

  @Test
  void startsAgainWithItsOwnFolder() {
    Path own = core.getBean(FileSettings.class).folder();
    assertThatCode(() -> markOf(own).require()).doesNotThrowAnyException();
  }

  @Test
  void doesNotStartWithAFolderThatTheOtherNodesDoNotShare() {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> markOf(folder).require())
        .withMessageContaining("is not the folder that this database's nodes share")
        .returns(ErrorCode.SETTINGS_INVALID, HubException::code);
  }

  @Test
  void doesNotStartWithTheFolderOfAnotherDatabase() throws IOException {
    Files.writeString(folder.resolve("hub-folder"), "another\n");
    Map<String, String> settings = new HashMap<>(database.fresh());
    settings.put("hub.file.folder", folder.toString());
    assertThatCode(() -> TestCore.start(database, settings).close())
        .rootCause()
        .hasMessageContaining("belongs to another database");
  }

  @Test
  void saysThatTheFolderCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> markOf(file).require())
        .withMessageContaining("cannot be written");
  }

  private FolderMark markOf(Path other) {
    FileSettings settings =
        new FileSettings(other, 1024, core.getBean(FileSettings.class).clamav());
    return new FolderMark(
        new FileFolder(settings),
        core.getBean(FileMapper.class),
        core.getBean(TransactionTemplate.class));
  }
}
