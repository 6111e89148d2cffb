package tw.gov.mocs.hub.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.RowSchema;
import tw.gov.mocs.hub.catalogue.RowSource;

/** Rows as the XML of {@link RowSchema}: one line each, an absent value is an absent element. */
final class XmlRows implements RowsFile {

  private final XMLStreamWriter out;
  private final String[] names;

  XmlRows(OutputStream to, RowSource table, List<Field> fields) throws IOException {
    names = fields.stream().map(Field::xmlName).toArray(String[]::new);
    try {
      out =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(to, StandardCharsets.UTF_8.name());
      out.writeStartDocument("UTF-8", "1.0");
      out.writeCharacters("\n");
      out.writeStartElement("rows");
      out.writeDefaultNamespace(RowSchema.NAMESPACE);
      out.writeAttribute("table", table.name());
      out.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void row(@Nullable String[] values) throws IOException {
    try {
      out.writeStartElement("row");
      for (int i = 0; i < names.length; i++) {
        String value = values[i];
        if (value != null) {
          out.writeStartElement(names[i]);
          out.writeCharacters(value);
          out.writeEndElement();
        }
      }
      out.writeEndElement();
      out.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void end() throws IOException {
    try {
      out.writeEndElement();
      out.writeCharacters("\n");
      out.writeEndDocument();
      out.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
