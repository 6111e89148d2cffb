package tw.gov.mocs.hub.web.upload;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tw.gov.mocs.hub.file.FileOwner;
import tw.gov.mocs.hub.file.FileRules;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.login.CardHolder;

/** The files of a form that is still being filled in; they are seen by whoever sent them alone. */
@Component
public final class FormFiles {

  private final StoredFiles files;
  private final MessageSource messages;
  private final SecureRandom random = new SecureRandom();

  FormFiles(StoredFiles files, MessageSource messages) {
    this.files = files;
    this.messages = messages;
  }

  /** A number for a new form: 18 digits that nobody can guess. */
  public long newForm() {
    return 100_000_000_000_000_000L + random.nextLong(900_000_000_000_000_000L);
  }

  /** The files of the form that this person sent. */
  public List<StoredFile> of(FileOwner form, CardHolder holder) {
    return files.find(form).stream()
        .filter(file -> file.storedBy().equals(storedBy(holder)))
        .toList();
  }

  /**
   * Keeps a file.
   *
   * @param most how many the form may have
   * @return what is wrong with it, in the language of the page; empty if it was kept
   */
  public Optional<String> add(
      FileOwner form, int most, FileRules rules, MultipartFile sent, CardHolder holder) {
    String name = sent.getOriginalFilename();
    if (name == null || name.isEmpty()) {
      return Optional.of(
          messages.getMessage("form.file.none", null, LocaleContextHolder.getLocale()));
    }
    if (isFull(form, most, holder)) {
      return Optional.of(
          text(new HubException(ErrorCode.TOO_MANY_FILES, "too many", String.valueOf(most))));
    }
    try (InputStream content = sent.getInputStream()) {
      files.store(content, name, rules, form, storedBy(holder));
      return Optional.empty();
    } catch (HubException e) {
      return Optional.of(text(e));
    } catch (IOException e) {
      return Optional.of(text(new HubException(ErrorCode.FILE_UNREADABLE, "not read", e)));
    }
  }

  /** Whether it has as many as it may have. */
  public boolean isFull(FileOwner form, int most, CardHolder holder) {
    return of(form, holder).size() >= most;
  }

  /**
   * Gives them to what the form has made, and forgets those that it does not hold: a second click
   * brings its file once more.
   */
  public void give(List<StoredFile> sent, Set<Long> held, FileOwner owner) {
    for (StoredFile file : sent) {
      if (held.contains(file.id())) {
        files.give(file.id(), owner);
      } else {
        files.remove(file.id());
      }
    }
  }

  /** Takes a file of the form away; another's is left alone. */
  public void remove(FileOwner form, long fileId, CardHolder holder) {
    of(form, holder).stream()
        .filter(file -> file.id() == fileId)
        .findFirst()
        .ifPresent(file -> files.remove(file.id()));
  }

  private static String storedBy(CardHolder holder) {
    return holder.name() + " " + holder.thumbprint().substring(0, 16);
  }

  private static String text(HubException refusal) {
    Locale locale = LocaleContextHolder.getLocale();
    return refusal.code().message(locale, refusal.told());
  }
}
