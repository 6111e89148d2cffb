package tw.gov.mocs.hub.content;

import org.apache.ibatis.annotations.Mapper;

/** The links. */
@Mapper
interface RelatedLinkMapper extends EntryMapper<RelatedLink.Content, RelatedLink> {}
