package tw.gov.mocs.hub.content;

import org.apache.ibatis.annotations.Mapper;

/** The questions. */
@Mapper
interface FaqMapper extends EntryMapper<Faq.Content, Faq> {}
