package tw.gov.mocs.hub.content;

import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.file.StoredFiles;

/** 常見問題. */
@Component
public class Faqs extends Entries<Faq.Content, Faq> {

  Faqs(FaqMapper mapper, StoredFiles files, ContentChanges changes) {
    super(ContentKind.FAQ, mapper, files, changes);
  }
}
