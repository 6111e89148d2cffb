package tw.gov.mocs.hub.web.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Accounts;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.Letter;
import tw.gov.mocs.hub.application.Review;
import tw.gov.mocs.hub.web.form.PrintedForm;
import tw.gov.mocs.hub.web.form.PrintedForm.Entry;
import tw.gov.mocs.hub.web.form.PrintedForm.Row;
import tw.gov.mocs.hub.web.layout.RocFormat;
import tw.gov.mocs.hub.web.review.ShownTerms.Part;

/** 審核結果表: what was asked for, the letter it came with and what was decided, for the file. */
@Component
final class DecisionPaper {

  static final String TITLE = "銓敘部 人事雲端服務平台資料交換服務審核結果表";

  /** Official papers are in Chinese, whatever the language of the page. */
  private static final Locale LOCALE = Locale.TRADITIONAL_CHINESE;

  private final TermsSheet terms;
  private final Accounts accounts;
  private final MessageSource messages;
  private final RocFormat roc;

  DecisionPaper(TermsSheet terms, Accounts accounts, MessageSource messages, RocFormat roc) {
    this.terms = terms;
    this.accounts = accounts;
    this.messages = messages;
    this.roc = roc;
  }

  /**
   * The paper of a decided application.
   *
   * @param asked its 介接申請書
   * @param letter with which it came
   */
  PrintedForm of(Application decided, PrintedForm asked, Optional<Letter> letter) {
    List<Row> rows = new ArrayList<>();
    rows.add(Row.of(entry("review.outcome", status(decided.status().name()))));
    letter.ifPresent(came -> addLetter(came, rows));
    terms.of(decided, LOCALE).forEach(decision -> addDecision(decision, rows));
    rows.addAll(asked.rows());
    return new PrintedForm(TITLE, asked.number(), asked.agency(), rows, false, asked.annex());
  }

  private void addLetter(Letter letter, List<Row> rows) {
    rows.add(
        Row.of(
            entry("review.letter.on", roc.day(letter.on())),
            entry("review.letter.no", letter.letterNo())));
    rows.add(
        Row.of(
            entry("review.letter.file", letter.scan().name()),
            entry("review.letter.by", byWhom(letter.by(), roc.moment(letter.at())))));
  }

  private void addDecision(ShownDecision decision, List<Row> rows) {
    Review review = decision.review();
    rows.add(
        Row.of(
            entry("review.stage." + review.stage(), status(review.outcome().name())),
            entry("review.reviewer", byWhom(review.reviewer(), roc.moment(review.at())))));
    rows.add(Row.of(entry("review.note", review.note())));
    ShownTerms granted = decision.terms();
    if (granted != null) {
      addTerms(granted, rows);
    }
  }

  private void addTerms(ShownTerms granted, List<Row> rows) {
    String period = roc.day(granted.period().from()) + "~" + roc.day(granted.period().to());
    String format = granted.format();
    if (format == null) {
      String addresses =
          granted.addresses().isEmpty()
              ? text("review.addresses.any")
              : String.join("\n", granted.addresses());
      rows.add(
          Row.of(entry("review.period.granted", period), entry("review.addresses", addresses)));
      String quota = text("review.quota.words", granted.calls(), granted.rows());
      rows.add(Row.of(entry("review.quota", quota)));
    } else {
      Long estimated = granted.estimatedRows();
      String about =
          estimated == null
              ? text("review.estimated.unknown")
              : text("review.estimated.rows", estimated);
      rows.add(Row.of(entry("review.period.granted", period), entry("review.format", format)));
      rows.add(Row.of(entry("review.estimated", about)));
    }
    granted.parts().forEach(part -> rows.add(part(part)));
    String differences =
        granted.differences().isEmpty()
            ? text("review.differences.none")
            : String.join("\n", granted.differences());
    rows.add(Row.of(entry("review.differences", differences)));
  }

  private Row part(Part part) {
    List<String> lines = new ArrayList<>();
    if (part.outcome() != null) {
      lines.add(status(part.outcome().name()));
    }
    addFields("review.returned", part.returned(), lines);
    addFields("review.searchable", part.searchable(), lines);
    if (part.outcome() != ApplicationStatus.REJECTED) {
      addFields("review.refused", part.refused(), lines);
    }
    part.conditions().forEach(condition -> lines.add(line("review.condition", condition)));
    if (part.whole()) {
      lines.add(text("review.whole"));
    }
    return Row.of(Entry.of(part.code() + " " + part.name(), String.join("\n", lines)));
  }

  private void addFields(String key, List<String> labels, List<String> lines) {
    if (!labels.isEmpty()) {
      lines.add(line(key, String.join(text("review.and"), labels)));
    }
  }

  private String line(String key, String text) {
    return text("review.print.line", text(key), text);
  }

  private String status(String status) {
    return text("review.status." + status);
  }

  private String byWhom(String name, String when) {
    String person = accounts.findDisplayName(name).map(one -> one + "（" + name + "）").orElse(name);
    return person + "\n" + when;
  }

  private Entry entry(String key, String answer) {
    return Entry.of(text(key), answer.isEmpty() ? "—" : answer);
  }

  private String text(String key, Object... told) {
    return String.valueOf(messages.getMessage(key, told, LOCALE));
  }
}
