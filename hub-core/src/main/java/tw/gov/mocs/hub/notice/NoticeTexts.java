package tw.gov.mocs.hub.notice;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.setting.RuntimeSettings;
import tw.gov.mocs.hub.shared.RocDate;

/** The words of the mails, each in both languages: nobody told the hub which one a reader reads. */
@Component
class NoticeTexts {

  private static final String BUNDLE = "tw.gov.mocs.hub.notice.notices";
  private static final Pattern LINE_BREAKING = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

  private final NoticeSettings settings;
  private final Supplier<ContactSettings> contact;

  @Autowired
  NoticeTexts(NoticeSettings settings, RuntimeSettings current) {
    this(settings, () -> current.current(ContactSettings.class));
  }

  NoticeTexts(NoticeSettings settings, Supplier<ContactSettings> contact) {
    this.settings = settings;
    this.contact = contact;
  }

  /** One line. */
  String subject(NoticeDraft draft, LocalDate today) {
    return subject(draft, today, Locale.TRADITIONAL_CHINESE)
        + " / "
        + subject(draft, today, Locale.ENGLISH);
  }

  /** Lines ended by LF, the Chinese before the English. */
  String text(NoticeDraft draft, LocalDate today) {
    return text(draft, today, Locale.TRADITIONAL_CHINESE)
        + "\n----\n\n"
        + text(draft, today, Locale.ENGLISH);
  }

  private static String subject(NoticeDraft draft, LocalDate today, Locale locale) {
    return words(locale, draft.kind() + ".subject", values(draft, today));
  }

  private String text(NoticeDraft draft, LocalDate today, Locale locale) {
    Object[] values = values(draft, today);
    StringBuilder text = new StringBuilder();
    text.append(words(locale, "greeting", values)).append("\n\n");
    text.append(words(locale, draft.kind() + ".text", values)).append("\n\n");
    String announced = draft.announced();
    if (announced != null && !announced.isBlank()) {
      text.append(words(locale, "announced", oneLine(announced))).append("\n\n");
    }
    if (settings.portalUrl() != null) {
      text.append(words(locale, "portal", settings.portalUrl().toString())).append('\n');
    }
    ContactSettings now = contact.get();
    String hours = locale.equals(Locale.ENGLISH) ? now.hoursEn() : now.hours();
    text.append(words(locale, "contact", now.telephone(), now.mail(), hours)).append('\n');
    return text.append(words(locale, "closing")).append('\n').toString();
  }

  private static Object[] values(NoticeDraft draft, LocalDate today) {
    LocalDate last = draft.lastDay();
    return new Object[] {
      // Typed by people: it must stay within its line.
      oneLine(draft.reader()),
      oneLine(draft.about()),
      last == null ? "" : new RocDate(last).toString(),
      last == null ? 0L : last.toEpochDay() - today.toEpochDay()
    };
  }

  private static String oneLine(String text) {
    return LINE_BREAKING.matcher(text).replaceAll(" ").strip();
  }

  private static String words(Locale locale, String key, Object... values) {
    ResourceBundle.Control own =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return MessageFormat.format(
        ResourceBundle.getBundle(BUNDLE, locale, own).getString(key), values);
  }
}
