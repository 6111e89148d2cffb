package tw.gov.mocs.hub.web.layout;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tw.gov.mocs.hub.application.Cidr;

/**
 * IP位置 as somebody typed them: addresses and blocks, one in a line or separated otherwise.
 *
 * @param blocks what can be read, each once
 * @param wrong what cannot, or from where nobody calls
 */
public record TypedAddresses(List<Cidr> blocks, List<String> wrong) {

  private static final Pattern BETWEEN = Pattern.compile("[\\s,;、]+");

  /** {@link Cidr} also takes 10.1 for 10.0.0.1, which nobody means who types it. */
  private static final Pattern WHOLE = Pattern.compile("[0-9]+(\\.[0-9]+){3}(/.*)?|.*:.*");

  private static final int LONGEST = 45;

  /** Copies the lists. */
  public TypedAddresses {
    blocks = List.copyOf(blocks);
    wrong = List.copyOf(wrong);
  }

  /** Reads them, also in full-width characters. */
  public static TypedAddresses of(String typed) {
    List<Cidr> blocks = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    BETWEEN
        .splitAsStream(Normalizer.normalize(typed, Normalizer.Form.NFKC))
        .filter(part -> !part.isEmpty())
        .distinct()
        .forEach(
            part -> {
              Cidr block = WHOLE.matcher(part).matches() ? Cidr.read(part).orElse(null) : null;
              if (block == null || (block.isNobody() && !block.isTooWide())) {
                wrong.add(part.length() > LONGEST ? part.substring(0, LONGEST) + "…" : part);
              } else {
                blocks.add(block);
              }
            });
    return new TypedAddresses(blocks, wrong);
  }
}
