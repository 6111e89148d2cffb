package tw.gov.mocs.hub.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Which folder belongs to which database: both hold the same mark. So a node whose folder is not
 * the one that all share does not start, and no hub deletes the files of another.
 */
@Component
class FolderMark {

  private static final String NAME = "hub-folder";

  private final FileFolder folder;
  private final FileMapper mapper;
  private final TransactionTemplate transactions;

  FolderMark(FileFolder folder, FileMapper mapper, TransactionTemplate transactions) {
    this.folder = folder;
    this.mapper = mapper;
    this.transactions = transactions;
  }

  /** Passes, or throws SETTINGS_INVALID; the first start of all makes the mark. */
  void require() {
    folder.requireWritable();
    // Of several nodes that start at once, one makes it.
    transactions.executeWithoutResult(
        status -> {
          mapper.lockMark();
          compare(mapper.mark());
        });
  }

  private void compare(@Nullable String expected) {
    Path file = folder.root().resolve(NAME);
    try {
      String found = Files.exists(file) ? Files.readString(file).strip() : null;
      if (expected == null && found == null) {
        String mark = UUID.randomUUID().toString();
        Files.writeString(file, mark + "\n");
        mapper.setMark(mark);
      } else if (expected == null) {
        throw wrong("belongs to another database: it holds the file " + NAME);
      } else if (!expected.equals(found)) {
        throw wrong(
            "is not the folder that this database's nodes share: its file %s must hold %s"
                .formatted(NAME, expected));
      }
    } catch (IOException e) {
      throw wrong("holds a file " + NAME + " that cannot be read or written");
    }
  }

  private HubException wrong(String why) {
    String text = "hub.file.folder %s %s".formatted(folder.root(), why);
    return new HubException(ErrorCode.SETTINGS_INVALID, text, text);
  }
}
