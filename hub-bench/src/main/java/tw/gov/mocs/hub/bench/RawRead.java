package tw.gov.mocs.hub.bench;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.FieldType;
import tw.gov.mocs.hub.catalogue.InitialCatalogue;

/** Reads pages of SQ_TA_001's table by plain JDBC, with the hub's own condition and order. */
final class RawRead {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+08:00'");

  private final XMLOutputFactory writers = XMLOutputFactory.newFactory();
  private final Connection connection;
  private final List<Field> fields;
  private final String sql;
  private long rows;

  RawRead(Connection connection, String schema) {
    this.connection = connection;
    ExchangeTable table =
        InitialCatalogue.snapshot().tables().values().stream()
            .filter(each -> each.name().equals("TA_QUALIFICATION_REVIEW"))
            .findFirst()
            .orElseThrow();
    fields = table.fields();
    String from = " FROM " + schema + "." + table.name();
    sql =
        "SELECT %s%s WHERE AGENCY_CODE = ? AND %s > ? ORDER BY AGENCY_CODE, %3$s FETCH FIRST ? ROWS ONLY"
            .formatted(
                fields.stream().map(Field::columnName).collect(Collectors.joining(", ")),
                from,
                table.pagingKey());
  }

  /** How many rows were written so far. */
  long rows() {
    return rows;
  }

  /**
   * Writes the page after this key.
   *
   * @return the key of its last row
   */
  String page(int size, String after, OutputStream out) throws SQLException, XMLStreamException {
    String last = after;
    XMLStreamWriter writer = writers.createXMLStreamWriter(out, "UTF-8");
    writer.writeStartElement("SQ_TA_001Response");
    writer.writeDefaultNamespace(SignedCalls.EXCHANGE);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(1_000);
      statement.setString(1, HubWorld.AGENCY);
      statement.setString(2, after);
      statement.setInt(3, size);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          write(row, writer);
          last = row.getString(1);
          rows++;
        }
      }
    }
    connection.rollback();
    writer.writeEndElement();
    writer.close();
    return last;
  }

  private void write(ResultSet row, XMLStreamWriter writer)
      throws SQLException, XMLStreamException {
    writer.writeStartElement("row");
    for (int i = 0; i < fields.size(); i++) {
      String value = value(row, i);
      if (value != null) {
        writer.writeStartElement(fields.get(i).xmlName());
        writer.writeCharacters(value);
        writer.writeEndElement();
      }
    }
    writer.writeEndElement();
  }

  private @Nullable String value(ResultSet row, int field) throws SQLException {
    if (fields.get(field).type() != FieldType.TIMESTAMP) {
      return row.getString(field + 1);
    }
    LocalDateTime time = row.getObject(field + 1, LocalDateTime.class);
    return time == null ? null : SECONDS.format(time);
  }
}
