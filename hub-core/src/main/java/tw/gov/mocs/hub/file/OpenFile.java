package tw.gov.mocs.hub.file;

import java.io.IOException;
import java.io.InputStream;

/** A stored file with its content; whoever opened it closes it. */
public record OpenFile(StoredFile file, InputStream content) implements AutoCloseable {

  @Override
  public void close() throws IOException {
    content.close();
  }
}
