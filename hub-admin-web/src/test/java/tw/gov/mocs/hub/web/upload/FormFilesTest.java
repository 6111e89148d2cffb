package tw.gov.mocs.hub.web.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockMultipartFile;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.file.FileOwner;
import tw.gov.mocs.hub.file.FileRules;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.web.login.CardHolder;

class FormFilesTest {

  private static final CardHolder HOLDER =
      new CardHolder("A01", "A01", Role.AGENCY_USER, 1L, "0a".repeat(32), null, List.of());

  private final StoredFiles stored = TestCore.shared(TestDatabase.H2).getBean(StoredFiles.class);
  private final FormFiles files = new FormFiles(stored, new StaticMessageSource());

  @Test
  void forgetsTheFileThatASecondClickBrought() {
    FileOwner form = new FileOwner("test-form", files.newForm());
    add(form);
    StoredFile first = files.of(form, HOLDER).get(0);
    add(form);
    FileOwner made = new FileOwner("test-made", files.newForm());
    files.give(files.of(form, HOLDER), Set.of(first.id()), made);
    assertThat(stored.find(made)).extracting(StoredFile::id).containsExactly(first.id());
    assertThat(stored.find(form)).isEmpty();
  }

  @Test
  void isFullWithAsManyFilesAsItMayHave() {
    FileOwner form = new FileOwner("test-form", files.newForm());
    add(form);
    assertThat(files.isFull(form, 2, HOLDER)).isFalse();
    add(form);
    assertThat(files.isFull(form, 2, HOLDER)).isTrue();
  }

  private void add(FileOwner form) {
    byte[] text = "text".getBytes(StandardCharsets.UTF_8);
    MockMultipartFile sent = new MockMultipartFile("file", "a.txt", null, text);
    assertThat(files.add(form, 5, FileRules.DOCUMENTS, sent, HOLDER)).isEmpty();
  }
}
