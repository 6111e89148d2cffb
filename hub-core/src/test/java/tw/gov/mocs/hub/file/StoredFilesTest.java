package tw.gov.mocs.hub.file;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Storing, opening and removing files, on every database. */
@OnEveryDatabase
class StoredFilesTest {

  private static final AtomicInteger NEXT = new AtomicInteger();

  private final StoredFiles files;
  private final FileSweep sweep;
  private final FileMapper mapper;
  private final TransactionTemplate transactions;
  private final JdbcTemplate jdbc;
  private final Path folder;
  private final FileOwner owner = new FileOwner("test", NEXT.incrementAndGet());

  StoredFilesTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    files = core.getBean(StoredFiles.class);
    mapper = core.getBean(FileMapper.class);
    transactions = core.getBean(TransactionTemplate.class);
    folder = core.getBean(FileSettings.class).folder();
    sweep = core.getBean(FileSweep.class);
    jdbc = new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
  }

  @Test
  void givesBackWhatWasStored() throws IOException {
    byte[] content = unique();
    StoredFile stored = store("說明.txt", content);
    assertThat(files.find(owner)).containsExactly(stored);
    assertThat(stored.size()).isEqualTo(content.length);
    assertThat(stored.type()).isEqualTo(FileType.TXT);
    try (OpenFile open = files.open(stored.id())) {
      assertThat(open.content().readAllBytes()).isEqualTo(content);
    }
  }

  @Test
  void deletesTheFilesOfAFormThatWasNotSent() throws IOException {
    FileOwner form = new FileOwner("test-form", owner.id());
    StoredFile sent = store("a.txt", unique(), form);
    StoredFile left = store("b.txt", unique(), form);
    StoredFile fresh = store("c.txt", unique(), form);
    files.give(sent.id(), owner);
    age(sent, left);
    sweep.sweep();
    assertThat(files.find(form)).extracting(StoredFile::id).containsExactly(fresh.id());
    assertThat(files.find(owner)).extracting(StoredFile::id).containsExactly(sent.id());
  }

  @Test
  void keepsTheSameContentOnce() throws IOException {
    byte[] content = unique();
    String sha256 = store("a.txt", content).sha256();
    assertThat(store("b.csv", content).sha256()).isEqualTo(sha256);
    assertThat(contents(sha256)).hasSize(1);
  }

  @Test
  void deletesAContentWithItsLastFile() throws IOException {
    byte[] content = unique();
    StoredFile first = store("a.txt", content);
    StoredFile second = store("b.txt", content);
    files.remove(first.id());
    assertThat(contents(first.sha256())).hasSize(1);
    files.remove(second.id());
    assertThat(contents(first.sha256())).isEmpty();
    refuses(ErrorCode.NOT_FOUND, () -> files.open(second.id()));
  }

  @Test
  void keepsNothingOfATransactionThatRollsBack() throws IOException {
    StoredFile lost =
        requireNonNull(
            transactions.execute(
                status -> {
                  status.setRollbackOnly();
                  return store("a.txt", unique());
                }));
    refuses(ErrorCode.NOT_FOUND, () -> files.get(lost.id()));
    sweep.sweep();
    assertThat(contents(lost.sha256())).isEmpty();
    assertThat(mapper.unusedContents()).doesNotContain(lost.sha256());
  }

  @Test
  void keepsAFileWhoseRemovalRollsBack() throws IOException {
    StoredFile stored = store("a.txt", unique());
    transactions.executeWithoutResult(
        status -> {
          files.remove(stored.id());
          status.setRollbackOnly();
        });
    assertThat(files.get(stored.id())).isEqualTo(stored);
    assertThat(contents(stored.sha256())).hasSize(1);
  }

  @Test
  void losesNoContentBetweenStoringAndRemovingAtOnce() throws Exception {
    byte[] content = unique();
    Callable<Void> storeAndRemove =
        () -> {
          for (int i = 0; i < 10; i++) {
            StoredFile stored = store("a.txt", content);
            try (OpenFile open = files.open(stored.id())) {
              assertThat(open.content().readAllBytes()).isEqualTo(content);
            }
            files.remove(stored.id());
          }
          return null;
        };
    ExecutorService four = Executors.newFixedThreadPool(3);
    try {
      for (Future<Void> one :
          four.invokeAll(IntStream.range(0, 3).mapToObj(i -> storeAndRemove).toList())) {
        one.get();
      }
    } finally {
      four.shutdown();
    }
    assertThat(files.find(owner)).isEmpty();
  }

  @Test
  void refusesAnEmptyFile() {
    refuses(ErrorCode.FILE_EMPTY, () -> store("a.txt", new byte[0]));
  }

  @Test
  void readsNoFurtherThanTheLimit() throws IOException {
    AtomicInteger read = new AtomicInteger();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            read.incrementAndGet();
            return 'a';
          }
        };
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> files.store(endless, "a.txt", FileRules.DOCUMENTS, owner, "test"))
        .returns(ErrorCode.FILE_TOO_LARGE, HubException::code)
        .returns(List.of("10 MB"), HubException::told);
    assertThat((long) read.get()).isLessThan(files.maxBytes() + 100_000);
    assertThat(incoming()).isEmpty();
  }

  @Test
  void refusesATypeThatTheFormDoesNotTake() {
    byte[] zip = Documents.of(FileType.ZIP);
    refuses(ErrorCode.FILE_TYPE_NOT_ALLOWED, () -> store("a.zip", zip));
    StoredFile taken =
        files.store(
            new ByteArrayInputStream(zip),
            "a.zip",
            FileRules.DOCUMENTS_AND_ARCHIVES,
            owner,
            "test");
    assertThat(taken.type()).isEqualTo(FileType.ZIP);
  }

  @Test
  void takesAnArchiveOfProgramsOnlyWhereTheMinistryOffersOne() {
    byte[] zip = Documents.zip(Map.of("setup.exe", Documents.TEXT));
    refuses(ErrorCode.FILE_HOLDS_MACROS, () -> storeZip(zip, FileRules.DOCUMENTS_AND_ARCHIVES));
    assertThat(storeZip(zip, FileRules.DOCUMENTS_AND_PROGRAMS).type()).isEqualTo(FileType.ZIP);
  }

  private StoredFile storeZip(byte[] zip, FileRules rules) {
    return files.store(new ByteArrayInputStream(zip), "a.zip", rules, owner, "test");
  }

  @Test
  void refusesAProgram() {
    refuses(ErrorCode.FILE_TYPE_NOT_ALLOWED, () -> store("a.pdf.exe", Documents.PDF));
  }

  @Test
  void refusesWhatItIsNotNamed() throws IOException {
    refuses(ErrorCode.FILE_TYPE_MISMATCH, () -> store("a.png", Documents.PDF));
    assertThat(incoming()).isEmpty();
  }

  @Test
  void saysThatTheFolderFails() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the browser went away");
          }
        };
    refuses(
        ErrorCode.FILE_STORE_UNAVAILABLE,
        () -> files.store(broken, "a.txt", FileRules.DOCUMENTS, owner, "test"));
  }

  @Test
  void sweepsUploadsOfAKilledProcess() throws IOException {
    Path left = Files.writeString(folder.resolve("incoming").resolve("left"), "half");
    Instant before = Clock.systemUTC().instant().minus(Duration.ofHours(25));
    Files.setLastModifiedTime(left, FileTime.from(before));
    sweep.sweep();
    assertThat(left).doesNotExist();
  }

  private StoredFile store(String name, byte[] content) {
    return store(name, content, owner);
  }

  private StoredFile store(String name, byte[] content, FileOwner whose) {
    return files.store(new ByteArrayInputStream(content), name, FileRules.DOCUMENTS, whose, "test");
  }

  /** Makes them two days old. */
  private void age(StoredFile... old) {
    Timestamp before = Timestamp.from(Instant.now().minus(Duration.ofDays(2)));
    for (StoredFile file : old) {
      jdbc.update("UPDATE stored_file SET stored_at = ? WHERE id = ?", before, file.id());
    }
  }

  private static byte[] unique() {
    return ("內容 " + NEXT.incrementAndGet() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private List<Path> contents(String sha256) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.endsWith(sha256)).toList();
    }
  }

  private List<Path> incoming() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("incoming"))) {
      return all.toList();
    }
  }

  private static void refuses(ErrorCode code, ThrowingCallable act) {
    assertThatExceptionOfType(HubException.class).isThrownBy(act).returns(code, HubException::code);
  }
}
