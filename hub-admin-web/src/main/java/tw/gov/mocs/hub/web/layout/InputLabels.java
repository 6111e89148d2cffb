package tw.gov.mocs.hub.web.layout;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.model.IProcessableElementTag;

/** What the inputs of a page are called, as its elements come by: by label, legend or both. */
final class InputLabels {

  private static final Set<String> CHOICES = Set.of("checkbox", "radio");

  /** What stands in a label beside its words. */
  private static final Set<String> BESIDE = Set.of("optional", "hint", "hidden");

  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, String> legends = new HashMap<>();
  private final Set<String> choices = new HashSet<>();
  private final Deque<String> groups = new ArrayDeque<>();
  private final StringBuilder words = new StringBuilder();
  private @Nullable String labelled;
  private boolean inLegend;
  private int unread;

  void open(IProcessableElementTag tag) {
    if (isReading() && (unread > 0 || isBeside(tag))) {
      unread++;
    }
    String own = tag.getAttributeValue("for");
    switch (tag.getElementCompleteName()) {
      case "fieldset" -> groups.push("");
      case "legend" -> {
        inLegend = true;
        words.setLength(0);
      }
      case "label" -> {
        labelled = own;
        words.setLength(0);
      }
      default -> input(tag);
    }
  }

  /** An element that holds nothing, or the begin of one. */
  void input(IProcessableElementTag tag) {
    String id = tag.getAttributeValue("id");
    if (id == null) {
      return;
    }
    legends.put(id, groups.isEmpty() ? "" : groups.element());
    if (CHOICES.contains(String.valueOf(tag.getAttributeValue("type")))) {
      choices.add(id);
    }
    String said = tag.getAttributeValue("aria-label");
    if (said != null) {
      labels.putIfAbsent(id, said);
    }
  }

  void text(String text) {
    if (isReading() && unread == 0) {
      words.append(text);
    }
  }

  void close(String name) {
    String read = words.toString().strip().replaceAll("\\s+", " ");
    if (name.equals("legend") && inLegend) {
      inLegend = false;
      if (!groups.isEmpty()) {
        groups.pop();
        groups.push(read);
      }
    } else if (name.equals("label") && labelled != null) {
      labels.put(labelled, read);
      labelled = null;
    } else if (unread > 0) {
      unread--;
    } else if (name.equals("fieldset")) {
      groups.poll();
    }
  }

  /** A fault beside its input's name, unless it names it itself. */
  String before(String id, String fault, boolean english) {
    String label = labels.getOrDefault(id, "");
    String legend = legends.getOrDefault(id, "");
    String name = name(legend, choices.contains(id) ? "" : label, english);
    boolean named = isIn(label, fault) || isIn(legend, fault);
    return name.isEmpty() || named ? fault : name + (english ? ": " : "：") + fault;
  }

  /** One of several by its group; a choice by that alone. */
  private static String name(String legend, String label, boolean english) {
    if (legend.isEmpty() || label.isEmpty()) {
      return legend + label;
    }
    return english ? legend + " " + label : legend + "（" + label + "）";
  }

  /** What stands in brackets beside a name need not be in the sentence. */
  private static boolean isIn(String label, String fault) {
    String name = label.replaceAll("[（(][^（(]*[）)]$", "").strip();
    return !name.isEmpty()
        && fault.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
  }

  private boolean isReading() {
    return inLegend || labelled != null;
  }

  private static boolean isBeside(IProcessableElementTag tag) {
    String kind = tag.getAttributeValue("class");
    return tag.hasAttribute("aria-hidden") || (kind != null && BESIDE.contains(kind));
  }
}
