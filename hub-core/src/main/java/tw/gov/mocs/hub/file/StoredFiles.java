package tw.gov.mocs.hub.file;

import static java.util.Objects.requireNonNull;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.file.FileFolder.Arrived;
import tw.gov.mocs.hub.file.FileMapper.NewFile;
import tw.gov.mocs.hub.file.FileMapper.NewKey;
import tw.gov.mocs.hub.setting.RuntimeSettings;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * The files that were accepted. Whoever owns one decides who may see it, and logs what is done with
 * it. The same content is kept once, for as long as a file points to it.
 */
@Component
public class StoredFiles {

  private final RuntimeSettings settings;
  private final FileFolder folder;
  private final FileMapper mapper;
  private final VirusScanner scanner;
  private final TransactionTemplate transactions;
  private final TransactionTemplate alone;
  private final Clock clock;

  StoredFiles(
      RuntimeSettings settings,
      FileFolder folder,
      FolderMark mark,
      FileMapper mapper,
      VirusScanner scanner,
      PlatformTransactionManager manager,
      Clock clock) {
    this.settings = settings;
    this.folder = folder;
    this.mapper = mapper;
    this.scanner = scanner;
    this.transactions = new TransactionTemplate(manager);
    this.alone = new TransactionTemplate(manager);
    this.alone.setPropagationBehavior(PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
    mark.require();
  }

  /** What {@link #maxBytes} can become at most while the hub runs. */
  public static final long LARGEST = FileSettings.LARGEST;

  /** Bytes of one file at most, to be told before an upload. */
  public long maxBytes() {
    return settings.current(FileSettings.class).maxBytes();
  }

  /**
   * Takes an upload in, checks it and keeps it; with the caller's transaction, if there is one.
   *
   * @param upload read to its end or to the limit; the caller closes it
   * @param sentName as the browser sent it
   * @param owner need not exist yet
   * @param by who uploads
   * @throws HubException one of the FILE_… codes, or SCANNER_UNAVAILABLE; then nothing is kept
   */
  public StoredFile store(
      InputStream upload, String sentName, FileRules rules, FileOwner owner, String by) {
    FileName name = FileName.of(sentName);
    FileType type =
        FileType.ofExtension(name.extension())
            .filter(rules.types()::contains)
            .orElseThrow(
                () ->
                    new HubException(
                        ErrorCode.FILE_TYPE_NOT_ALLOWED, "not accepted", rules.extensions()));
    Arrived arrived = folder.receive(upload, maxBytes());
    try {
      check(arrived, type, rules);
      NewFile file =
          new NewFile(name, type, arrived.size(), arrived.sha256(), owner, by, clock.instant());
      return requireNonNull(transactions.execute(status -> keep(arrived, file)), "file");
    } finally {
      folder.discard(arrived.path());
    }
  }

  /** The file with this key; NOT_FOUND if there is none. */
  public StoredFile get(long id) {
    return mapper
        .find(id)
        .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, "no file " + id, "檔案"));
  }

  /** The file with its content; NOT_FOUND, or FILE_STORE_UNAVAILABLE. */
  public OpenFile open(long id) {
    StoredFile file = get(id);
    return new OpenFile(file, folder.open(file.sha256()));
  }

  /** The files of an owner, in the order in which they were stored. */
  public List<StoredFile> find(FileOwner owner) {
    return mapper.ofOwner(owner);
  }

  /** Gives a file to another owner, for example from a form to what was sent by it. */
  public void give(long id, FileOwner owner) {
    if (mapper.give(id, owner) == 0) {
      throw new HubException(ErrorCode.NOT_FOUND, "no file " + id, "檔案");
    }
  }

  /** Takes a file away, and its content if no other file has it; NOT_FOUND if there is none. */
  public void remove(long id) {
    transactions.executeWithoutResult(
        status -> {
          StoredFile file = get(id);
          mapper.delete(id);
          TransactionSynchronizationManager.registerSynchronization(
              new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                  forget(file.sha256());
                }
              });
        });
  }

  /** Deletes a content that no file points to. */
  void forget(String sha256) {
    alone.executeWithoutResult(
        status -> {
          // Locked first, so that a file that is being stored meanwhile is seen by the next.
          if (mapper.lockContent(sha256, clock.instant()) > 0 && mapper.deleteContent(sha256) > 0) {
            folder.delete(sha256);
          }
        });
  }

  private void check(Arrived arrived, FileType type, FileRules rules) {
    if (arrived.size() == 0) {
      throw new HubException(ErrorCode.FILE_EMPTY, "0 bytes");
    }
    try {
      ContentCheck.require(arrived.path(), type, rules.programs());
    } catch (IOException e) {
      throw new HubException(ErrorCode.FILE_UNREADABLE, "the content cannot be read", e);
    }
    scanner.requireClean(arrived.path());
  }

  private StoredFile keep(Arrived arrived, NewFile file) {
    while (mapper.lockContent(arrived.sha256(), file.storedAt()) == 0) {
      insertContent(arrived.sha256());
    }
    folder.keep(arrived);
    NewKey key = new NewKey();
    mapper.insert(file, key);
    return get(key.id());
  }

  /** In a transaction of its own, because PostgreSQL ends one in which a key was there already. */
  private void insertContent(String sha256) {
    try {
      alone.executeWithoutResult(status -> mapper.insertContent(sha256, clock.instant()));
    } catch (DuplicateKeyException e) {
      // Somebody stores the same: their row is locked next.
    }
  }
}
