package tw.gov.mocs.hub.web.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICDATASection;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IComment;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.ITemplateEnd;
import org.thymeleaf.model.IText;

/** Walks through one page; from its summary on it waits until the inputs below are known. */
public final class SummaryLines extends AbstractTemplateHandler {

  /** On the link of a sentence that names its input itself; no page has it. */
  private static final String NAMED = "data-named";

  private final List<Runnable> waiting = new ArrayList<>();
  private final InputLabels labels = new InputLabels();
  private boolean holds;
  private boolean inSummary;
  private @Nullable String line;

  @Override
  public void handleOpenElement(IOpenElementTag tag) {
    if ("summary".equals(tag.getAttributeValue("id"))) {
      holds = true;
      inSummary = true;
    }
    String href = tag.getAttributeValue("href");
    boolean named = tag.hasAttribute(NAMED);
    if (inSummary && href != null && href.startsWith("#") && !named) {
      line = href.substring(1);
    }
    labels.open(tag);
    IOpenElementTag shown =
        named ? getContext().getModelFactory().removeAttribute(tag, NAMED) : tag;
    later(() -> super.handleOpenElement(shown));
  }

  @Override
  public void handleStandaloneElement(IStandaloneElementTag tag) {
    labels.input(tag);
    later(() -> super.handleStandaloneElement(tag));
  }

  @Override
  public void handleText(IText text) {
    labels.text(text.getText());
    String input = line;
    later(() -> super.handleText(input == null ? text : named(input, text)));
  }

  private IText named(String input, IText fault) {
    boolean english = getContext().getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    return getContext()
        .getModelFactory()
        .createText(labels.before(input, fault.getText(), english));
  }

  @Override
  public void handleCloseElement(ICloseElementTag tag) {
    String name = tag.getElementCompleteName();
    labels.close(name);
    if (name.equals("a")) {
      line = null;
    } else if (name.equals("section")) {
      inSummary = false;
    }
    later(() -> super.handleCloseElement(tag));
  }

  @Override
  public void handleComment(IComment comment) {
    later(() -> super.handleComment(comment));
  }

  @Override
  public void handleCDATASection(ICDATASection section) {
    later(() -> super.handleCDATASection(section));
  }

  @Override
  public void handleTemplateEnd(ITemplateEnd end) {
    waiting.forEach(Runnable::run);
    waiting.clear();
    super.handleTemplateEnd(end);
  }

  private void later(Runnable event) {
    if (holds) {
      waiting.add(event);
    } else {
      event.run();
    }
  }
}
