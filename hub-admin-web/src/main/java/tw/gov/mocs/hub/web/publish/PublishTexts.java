package tw.gov.mocs.hub.web.publish;

import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.content.ContentLimits;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.RocDay;

/** What is wrong with a form of the content, in words, each at its input. */
@Component
final class PublishTexts {

  /** Refusals that a form tells; any other is a page of its own. */
  private static final Set<ErrorCode> TOLD =
      Set.of(ErrorCode.CHANGED_MEANWHILE, ErrorCode.STATE_CONFLICT, ErrorCode.VALUE_INVALID);

  private final MessageSource messages;

  PublishTexts(MessageSource messages) {
    this.messages = messages;
  }

  String text(String key, Locale locale, Object... told) {
    return String.valueOf(messages.getMessage(key, told, locale));
  }

  /** Of an entry, in the order of its form. */
  Faults of(EntryKind kind, TypedEntry typed, Locale locale) {
    Faults faults = new Faults();
    String named = "publish.field.";
    bilingual(
        faults,
        "title",
        text(named + "title." + kind.path(), locale),
        typed.titleZh(),
        typed.titleEn(),
        ContentLimits.TITLE,
        locale);
    bilingual(
        faults,
        "text",
        text(named + "text." + kind.path(), locale),
        typed.textZh(),
        kind == EntryKind.LINKS ? "" : typed.textEn(),
        kind.textLimit(),
        locale);
    day(faults, "from", typed.firstDay(), true, locale);
    day(faults, "to", typed.lastDay(), false, locale);
    if (typed.firstDay().day() != null
        && typed.lastDay().day() != null
        && typed.lastDay().day().isBefore(typed.firstDay().day())) {
      faults.add("to", text("form.days.order", locale));
    }
    int place = typed.placeNumber();
    if (kind.isArranged() && (place < 1 || place > ContentLimits.PLACE)) {
      faults.add("place", text("publish.fault.place", locale, ContentLimits.PLACE));
    }
    return faults;
  }

  /** Of a text in both languages, whose inputs are {@code idZh} and {@code idEn}. */
  void bilingual(
      Faults faults,
      String id,
      String label,
      String chinese,
      String english,
      int limit,
      Locale locale) {
    if (chinese.isEmpty()) {
      faults.add(id + "Zh", text("publish.fault.missing", locale, label));
    } else if (chinese.length() > limit) {
      faults.add(id + "Zh", text("publish.fault.long", locale, label, limit, chinese.length()));
    }
    if (english.length() > limit) {
      faults.add(id + "En", text("publish.fault.long.en", locale, label, limit, english.length()));
    }
  }

  void day(Faults faults, String id, RocDay day, boolean required, Locale locale) {
    if (day.isUnread()) {
      faults.add(id, text(day.wrong(), locale));
    } else if (required && day.day() == null) {
      faults.add(id, text("publish.fault.day", locale));
    }
  }

  void reason(String reason, Faults faults, Locale locale) {
    if (reason.isEmpty()) {
      faults.add("reason", text("acts.reason.missing", locale));
    } else if (reason.length() > ContentLimits.REASON) {
      faults.add("reason", text("acts.reason.long", locale, ContentLimits.REASON));
    }
  }

  /** Adds the sentence of a refusal, or throws it on. */
  void refusal(HubException refusal, String field, Faults faults, Locale locale) {
    if (!TOLD.contains(refusal.code())) {
      throw refusal;
    }
    faults.add(field, sentence(refusal, locale));
  }

  /** The sentence of a refusal with its code. */
  static String sentence(HubException refusal, Locale locale) {
    return "%s (%s)"
        .formatted(refusal.code().message(locale, refusal.told()), refusal.code().code());
  }
}
