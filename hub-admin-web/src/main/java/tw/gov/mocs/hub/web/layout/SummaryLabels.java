package tw.gov.mocs.hub.web.layout;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Begins each line of the summary of a form's faults with the label of its input: 「此項必填」 alone says
 * nothing at the top of a page. A sentence that holds the label stays as it is, and so does one
 * whose link says by {@code data-named} that it names its input in other words.
 */
@Component
final class SummaryLabels extends AbstractDialect implements IPostProcessorDialect {

  /** Before texts are marked as Chinese. */
  private static final int PRECEDENCE = 1500;

  SummaryLabels() {
    super("summary");
  }

  @Override
  public int getDialectPostProcessorPrecedence() {
    return PRECEDENCE;
  }

  @Override
  public Set<IPostProcessor> getPostProcessors() {
    return Set.of(new PostProcessor(TemplateMode.HTML, SummaryLines.class, PRECEDENCE));
  }
}
