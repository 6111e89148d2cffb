package tw.gov.mocs.hub.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.Extract;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.RowSchema;
import tw.gov.mocs.hub.catalogue.RowSource;
import tw.gov.mocs.hub.exchange.ExtractReader;
import tw.gov.mocs.hub.exchange.ExtractRow;

/**
 * Writes what is read of the source into the files of a delivery: one for each of its tables and
 * services.
 */
final class ExtractParts implements ExtractReader.Sink, Closeable {

  private final Parts parts;
  private final Extract.Format format;
  private final FileMaker.Watch watch;
  private final List<Table> tables = new ArrayList<>();
  private @Nullable RowsFile open;
  private @Nullable Handover<ExtractRow> sealing;
  private @Nullable Instant asOf;
  private long written;
  private long before;

  ExtractParts(Parts parts, Extract.Format format, FileMaker.Watch watch) {
    this.parts = parts;
    this.format = format;
    this.watch = watch;
  }

  /** A table or service and what was read of it. */
  record Table(RowSource table, List<Field> fields) {}

  @Override
  public void begin(Instant snapshot) {
    asOf = snapshot;
  }

  @Override
  public void table(RowSource table, List<Field> fields) throws IOException {
    end();
    tables.add(new Table(table, fields));
    if (format == Extract.Format.XML) {
      parts.add(table.name() + ".xsd", RowSchema.of(table, fields));
    }
    before = written;
    String name = table.name() + (format == Extract.Format.XML ? ".xml" : ".csv");
    OutputStream out = parts.begin(name);
    RowsFile file =
        format == Extract.Format.XML ? new XmlRows(out, table, fields) : new CsvRows(out, fields);
    open = file;
    sealing = new Handover<>(row -> write(file, row), "sealing " + name);
  }

  @Override
  public void row(ExtractRow row) throws IOException {
    Handover<ExtractRow> to = sealing;
    if (to == null) {
      throw new IllegalStateException("a row before its table");
    }
    to.row(row, row.size());
    written++;
    watch.read();
  }

  private void write(RowsFile file, ExtractRow row) throws IOException {
    file.row(row.values());
    for (String person : row.persons()) {
      watch.person(person);
    }
  }

  @Override
  public void page() throws IOException {
    watch.written(written);
  }

  /** Ends the file of the last table. */
  void end() throws IOException {
    RowsFile file = open;
    Handover<ExtractRow> rest = sealing;
    if (file != null && rest != null) {
      rest.finish();
      file.end();
      parts.end(written - before);
      open = null;
    }
  }

  /** After it nothing is written to the parts any more, whatever was not ended. */
  @Override
  public void close() throws IOException {
    Handover<ExtractRow> rest = sealing;
    if (rest != null) {
      rest.close();
    }
  }

  List<Table> tables() {
    return List.copyOf(tables);
  }

  @Nullable Instant asOf() {
    return asOf;
  }

  long written() {
    return written;
  }
}
