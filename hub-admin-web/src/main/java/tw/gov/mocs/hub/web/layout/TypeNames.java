package tw.gov.mocs.hub.web.layout;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.catalogue.FieldType;

/** What people call types: 文字(60) for {@code STRING(60)}. Templates: {@code @typeNames}. */
@Component("typeNames")
public final class TypeNames {

  private final MessageSource messages;

  /** With the texts of the portal. */
  public TypeNames(MessageSource messages) {
    this.messages = messages;
  }

  /** In the language; a type of the source that the exchange does not carry stays as it is. */
  public String of(String shape, Locale locale) {
    int size = shape.indexOf('(');
    String type = size < 0 ? shape : shape.substring(0, size);
    return Arrays.stream(FieldType.values()).map(Enum::name).anyMatch(type::equals)
        ? messages.getMessage("registry.TYPE." + type, null, locale)
            + shape.substring(type.length())
        : shape;
  }
}
