package tw.gov.mocs.hub.web.publish;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.content.ContentLimits;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.RocDay;

/** What is wrong with a form of the content, in the words of its reader, each at its input. */
@Component
final class PublishTexts {

  /** Refusals that a form tells; any other is a page of its own. */
  private static final Set<ErrorCode> TOLD =
      Set.of(ErrorCode.CHANGED_MEANWHILE, ErrorCode.STATE_CONFLICT, ErrorCode.VALUE_INVALID);

  private final MessageSource messages;

  PublishTexts(MessageSource messages) {
    this.messages = messages;
  }

  String text(String key, Object... told) {
    return String.valueOf(messages.getMessage(key, told, LocaleContextHolder.getLocale()));
  }

  /** Of an entry, in the order of its form. */
  Faults of(EntryKind kind, TypedEntry typed) {
    Faults faults = new Faults();
    String named = "publish.field.";
    bilingual(
        faults,
        "title",
        text(named + "title." + kind.path()),
        typed.titleZh(),
        typed.titleEn(),
        ContentLimits.TITLE);
    bilingual(
        faults,
        "text",
        text(named + "text." + kind.path()),
        typed.textZh(),
        kind == EntryKind.LINKS ? "" : typed.textEn(),
        kind.textLimit());
    day(faults, "from", typed.firstDay(), true);
    day(faults, "to", typed.lastDay(), false);
    LocalDate first = typed.firstDay().day();
    LocalDate last = typed.lastDay().day();
    if (first != null && last != null && last.isBefore(first)) {
      faults.add("to", text("form.days.order"));
    }
    int place = typed.placeNumber();
    if (kind.isArranged() && (place < 1 || place > ContentLimits.PLACE)) {
      faults.add("place", text("publish.fault.place", ContentLimits.PLACE));
    }
    return faults;
  }

  /** Of a text in both languages, whose inputs are {@code idZh} and {@code idEn}. */
  void bilingual(
      Faults faults, String id, String label, String chinese, String english, int limit) {
    if (chinese.isEmpty()) {
      faults.add(id + "Zh", text("publish.fault.missing", label));
    } else if (chinese.length() > limit) {
      faults.add(id + "Zh", text("publish.fault.long", label, limit, chinese.length()));
    }
    if (english.length() > limit) {
      faults.add(id + "En", text("publish.fault.long.en", label, limit, english.length()));
    }
  }

  void day(Faults faults, String id, RocDay day, boolean required) {
    if (day.isUnread()) {
      faults.add(id, text(day.wrong(), day.told()));
    } else if (required && day.day() == null) {
      faults.add(id, text("publish.fault.day"));
    }
  }

  void reason(String reason, Faults faults) {
    faults.addReason(reason, ContentLimits.REASON, this::text);
  }

  /** Adds the sentence of a refusal, or throws it on. */
  void refusal(HubException refusal, String field, Faults faults) {
    if (!TOLD.contains(refusal.code())) {
      throw refusal;
    }
    faults.add(field, refusal.sentence(LocaleContextHolder.getLocale()));
  }
}
