package tw.gov.mocs.hub.web.audit;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.VerificationReport.Finding;

/** What does not fit, as the core says it in English, in the language of the page. */
@Component
public final class FindingTexts {

  /** The sentences and places of the core; the number of each names its text. */
  private static final List<Pattern> KNOWN =
      List.of(
          Pattern.compile("(.+) row (\\d+)"),
          Pattern.compile("checkpoint (\\d+)"),
          Pattern.compile("checkpoint (\\d+), (.+) rows (\\d+) to (\\d+)"),
          Pattern.compile("the chain of (.+)"),
          Pattern.compile("(.+), checkpoint no\\. (\\d+) in it"),
          Pattern.compile("has changed content"),
          Pattern.compile("has lost its content"),
          Pattern.compile("has content that was added"),
          Pattern.compile("has other persons than were recorded"),
          Pattern.compile("has other evidence than was kept"),
          Pattern.compile("is missing"),
          Pattern.compile("does not follow from the row before it and its content's digest"),
          Pattern.compile("was added behind the end of its chain"),
          Pattern.compile("is not the last one that was written"),
          Pattern.compile("is missing or cut off: checkpoint (\\d+) covers up to row (\\d+)"),
          Pattern.compile("does not begin after row (\\d+)"),
          Pattern.compile("signed other rows"),
          Pattern.compile("has a signature that no configured certificate verifies"),
          Pattern.compile("does not follow from the one before it"),
          Pattern.compile("is not a checkpoint"),
          Pattern.compile("is not the one that was published"),
          Pattern.compile(
              "is covered by no checkpoint, (\\d+) s after it was written: checkpoints were removed,"
                  + " or none could be made"),
          Pattern.compile("is missing: it held the checkpoints of this node"),
          Pattern.compile(
              "ends at checkpoint (\\d+), the database at (\\d+): its end was removed, or not"
                  + " written"),
          Pattern.compile("holds no checkpoint that the database holds"),
          Pattern.compile("is number (\\d+), which the database does not hold"),
          Pattern.compile("is number (\\d+), which is another in the database"),
          Pattern.compile("is number (\\d+) and follows number (\\d+)"),
          Pattern.compile("is not the one that an answer carried"),
          Pattern.compile("archive (\\d+)"),
          Pattern.compile("archive (\\d+), (.+)"),
          Pattern.compile("is missing in the folder of the archive"),
          Pattern.compile("was cut off: it has (\\d+) of (\\d+) bytes"),
          Pattern.compile("was changed: it is not the file that was signed"),
          Pattern.compile("is the file of archive (\\d+)"),
          Pattern.compile("is not the head that the database holds"),
          Pattern.compile("is not the head of an archive"),
          Pattern.compile("holds another checkpoint (\\d+) than the database"),
          Pattern.compile("stands in the archive and was added again"),
          Pattern.compile("cannot be read"),
          Pattern.compile("cannot be read: (.+)"),
          Pattern.compile("(.+) rows (\\d+) to (\\d+)"),
          Pattern.compile("checkpoints (\\d+) to (\\d+)"),
          Pattern.compile("are missing"),
          Pattern.compile(
              "cannot be proven: the chain is interrupted before the next checkpoint or the end"),
          Pattern.compile("were not read: the checkpoint over them is lost"),
          Pattern.compile("has (\\d+) more faults than are named here"),
          Pattern.compile("the checkpoints"),
          Pattern.compile("has content but is no row: it was added"),
          Pattern.compile(
              "is not in the search index as the log says; \\./hub log-index remake makes it anew"),
          Pattern.compile(
              "is the first of (\\d+) rows that are not in the search index as the log says;"
                  + " \\./hub log-index remake makes it anew"),
          Pattern.compile(
              "is in the search index, which has not come so far; \\./hub log-index remake makes it"
                  + " anew"));

  /** What is said of a place where there may be no row to look at. */
  private static final Pattern ROWLESS =
      Pattern.compile("is missing.*|has content but is no row.*|is in the search index, which .*");

  private static final Pattern ROW = Pattern.compile("([^,]+) row ([0-9]{1,18})");

  private final MessageSource messages;

  FindingTexts(MessageSource messages) {
    this.messages = messages;
  }

  /** The texts without a portal around them. */
  public static FindingTexts alone() {
    ResourceBundleMessageSource own = new ResourceBundleMessageSource();
    own.setBasename(FindingTexts.class.getPackageName() + ".messages");
    own.setDefaultEncoding("UTF-8");
    own.setFallbackToSystemLocale(false);
    return new FindingTexts(own);
  }

  /** Where the record stands that does not fit; null for what is no row, or a row that is lost. */
  public @Nullable String address(Finding finding) {
    Matcher row = ROW.matcher(finding.where());
    return row.matches() && !ROWLESS.matcher(finding.what()).matches()
        ? new Href("/admin/audit/rows/" + row.group(2)).with("node", row.group(1)).toString()
        : null;
  }

  /** The sentence; what the core says where there is none for it. */
  public String of(String english, Locale locale) {
    for (int i = 0; i < KNOWN.size(); i++) {
      Matcher known = KNOWN.get(i).matcher(english);
      if (known.matches()) {
        Object[] told = new Object[known.groupCount()];
        for (int group = 0; group < told.length; group++) {
          told[group] = known.group(group + 1);
        }
        return String.valueOf(
            messages.getMessage("audit.finding." + (i + 1), told, english, locale));
      }
    }
    return english;
  }
}
