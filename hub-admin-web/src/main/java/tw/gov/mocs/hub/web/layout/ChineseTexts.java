package tw.gov.mocs.hub.web.layout;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.ITemplateEnd;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Tells on English pages which texts are Chinese (WCAG 2.2, 3.1.2), so that they are read aloud and
 * written as such: what people typed, and names that nobody wrote in English.
 */
@Component
final class ChineseTexts extends AbstractDialect implements IPostProcessorDialect {

  /** After the tables: a heading is repeated in attributes as it is. */
  private static final int PRECEDENCE = 2000;

  ChineseTexts() {
    super("chinese");
  }

  @Override
  public int getDialectPostProcessorPrecedence() {
    return PRECEDENCE;
  }

  @Override
  public Set<IPostProcessor> getPostProcessors() {
    return Set.of(new PostProcessor(TemplateMode.HTML, Marks.class, PRECEDENCE));
  }

  /** Whether a text is Chinese rather than a sentence that names something Chinese. */
  static boolean isChinese(String text) {
    long han =
        text.codePoints()
            .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN)
            .count();
    // A sign of Chinese says about as much as a word of English.
    return han > 0 && han >= text.split("[A-Za-z]+", -1).length - 1;
  }

  /** Walks through one page. An element waits until it is known whether it holds a text alone. */
  public static final class Marks extends AbstractTemplateHandler {

    private static final String LANG = "lang";
    private static final String CHINESE = "zh-Hant-TW";

    private final Deque<String> languages = new ArrayDeque<>();
    private @Nullable IOpenElementTag waiting;
    private @Nullable IText itsText;

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
      goOn();
      String own = tag.getAttributeValue(LANG);
      languages.push(own == null ? languageHere() : own);
      waiting = tag;
    }

    @Override
    public void handleText(IText text) {
      if (waiting != null && itsText == null) {
        itsText = text;
      } else {
        goOn();
        write(text);
      }
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
      if (waiting != null && itsText != null && isMarked(itsText.getText())) {
        waiting = models().setAttribute(waiting, LANG, CHINESE);
        languages.push(CHINESE);
        goOn();
        languages.pop();
      }
      goOn();
      languages.poll();
      super.handleCloseElement(tag);
    }

    @Override
    public void handleStandaloneElement(IStandaloneElementTag tag) {
      goOn();
      super.handleStandaloneElement(isTyped(tag) ? models().setAttribute(tag, LANG, CHINESE) : tag);
    }

    @Override
    public void handleTemplateEnd(ITemplateEnd end) {
      goOn();
      super.handleTemplateEnd(end);
    }

    private boolean isTyped(IProcessableElementTag tag) {
      String value = tag.getAttributeValue("value");
      return value != null && !"hidden".equals(tag.getAttributeValue("type")) && isMarked(value);
    }

    private void goOn() {
      IOpenElementTag tag = waiting;
      IText text = itsText;
      waiting = null;
      itsText = null;
      if (tag != null) {
        super.handleOpenElement(tag);
      }
      if (text != null) {
        write(text);
      }
    }

    /** A text beside elements is marked by an element of its own. */
    private void write(IText text) {
      if (!isMarked(text.getText())) {
        super.handleText(text);
        return;
      }
      super.handleOpenElement(models().createOpenElementTag("span", LANG, CHINESE));
      super.handleText(text);
      super.handleCloseElement(models().createCloseElementTag("span"));
    }

    private boolean isMarked(String text) {
      return languageHere().startsWith("en") && isChinese(text);
    }

    private String languageHere() {
      String here = languages.peek();
      return here == null ? "" : here;
    }

    private IModelFactory models() {
      return getContext().getModelFactory();
    }
  }
}
