package tw.gov.mocs.hub.content;

import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.file.StoredFiles;

/** 相關連結, as every page shows them. */
@Component
public class RelatedLinks extends Entries<RelatedLink.Content, RelatedLink> {

  RelatedLinks(RelatedLinkMapper mapper, StoredFiles files, ContentChanges changes) {
    super(ContentKind.LINK, mapper, files, changes);
  }

  /** Those that everybody sees today, in their order; {@value ContentSearch#MAX_SIZE} at most. */
  public List<RelatedLink> list() {
    return search(ContentSearch.published(Keyword.NONE, 1, ContentSearch.MAX_SIZE)).items();
  }
}
