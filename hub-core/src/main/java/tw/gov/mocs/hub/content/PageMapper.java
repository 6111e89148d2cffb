package tw.gov.mocs.hub.content;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Single pages, links and terms of use. What changes one does so only in its version; else 0. */
@Mapper
interface PageMapper {

  int countPages();

  Optional<ContentPage> findPage(@Param("key") PageKey key);

  int insertPage(@Param("page") ContentPage page);

  int updatePage(@Param("changed") ContentPage changed);

  List<RelatedLink> links();

  Optional<RelatedLink> findLink(@Param("id") long id);

  int insertLink(@Param("content") RelatedLink.Content content, @Param("key") NewKey key);

  int updateLink(@Param("changed") RelatedLink changed);

  int deleteLink(@Param("id") long id, @Param("version") int version);

  int presentTerms();

  Optional<TermsOfUse> findTerms(@Param("version") int version);

  int insertTerms(@Param("terms") TermsOfUse terms);
}
