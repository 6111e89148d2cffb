package tw.gov.mocs.hub.web.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Tells every cell of a table the heading of its column, in {@code data-label}: where a table is
 * too wide for its place its rows stand as blocks. The roles say what browsers forget of a table
 * that is shown so.
 */
@Component
final class TableCells extends AbstractDialect implements IPostProcessorDialect {

  TableCells() {
    super("tables");
  }

  @Override
  public int getDialectPostProcessorPrecedence() {
    return 1000;
  }

  @Override
  public Set<IPostProcessor> getPostProcessors() {
    return Set.of(new PostProcessor(TemplateMode.HTML, Labels.class, 1000));
  }

  /** Walks through one page. */
  public static final class Labels extends AbstractTemplateHandler {

    private final List<String> headings = new ArrayList<>();
    private final StringBuilder heading = new StringBuilder();
    private boolean inHead;
    private boolean inHeading;
    private int unread;
    private int column;

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
      if (inHeading && (unread > 0 || tag.hasAttribute("aria-hidden"))) {
        unread++;
      }
      super.handleOpenElement(
          switch (tag.getElementCompleteName()) {
            case "table" -> {
              headings.clear();
              yield with(tag, "role", "table");
            }
            case "thead" -> {
              inHead = true;
              yield with(tag, "role", "rowgroup");
            }
            case "tbody" -> with(tag, "role", "rowgroup");
            case "tr" -> {
              column = 0;
              yield with(tag, "role", "row");
            }
            case "th" -> heading(tag);
            case "td" -> cell(tag, "cell");
            default -> tag;
          });
    }

    private IOpenElementTag heading(IOpenElementTag tag) {
      if (!inHead) {
        return cell(tag, "rowheader");
      }
      heading.setLength(0);
      inHeading = true;
      return with(tag, "role", "columnheader");
    }

    private IOpenElementTag cell(IOpenElementTag tag, String role) {
      IOpenElementTag cell = with(tag, "role", role);
      boolean labelled = column < headings.size() && !tag.hasAttribute("colspan");
      return labelled ? with(cell, "data-label", headings.get(column++)) : cell;
    }

    @Override
    public void handleText(IText text) {
      if (inHeading && unread == 0) {
        heading.append(text.getText());
      }
      super.handleText(text);
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
      String name = tag.getElementCompleteName();
      if (inHeading && name.equals("th")) {
        // The text of the page is escaped already, as it stands between tags.
        headings.add(heading.toString().strip().replace("\"", "&quot;"));
        inHeading = false;
      } else if (inHeading && unread > 0) {
        unread--;
      } else if (name.equals("thead")) {
        inHead = false;
      }
      super.handleCloseElement(tag);
    }

    private IOpenElementTag with(IOpenElementTag tag, String name, String value) {
      return getContext().getModelFactory().setAttribute(tag, name, value);
    }
  }
}
